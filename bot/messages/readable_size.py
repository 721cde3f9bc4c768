"""Numbers of bytes as people read them."""

from __future__ import annotations


def readable_size(size: int) -> str:
    """`12.3 MB`, in powers of ten as disks are sold."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
