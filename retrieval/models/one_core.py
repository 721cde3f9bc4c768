"""numpy's matrix products on one core, whatever else the machine is doing."""

from __future__ import annotations


def use_one_core() -> None:
    """For the whole process; other libraries bring a BLAS of their own and keep theirs.

    Two threads that wait for each other save a third of the time on an idle machine. Beside busy processes they took twenty times as long.
    """
    from threadpoolctl import ThreadpoolController

    for library in ThreadpoolController().lib_controllers:
        if library.user_api == "blas" and "numpy" in library.filepath:
            library.set_num_threads(1)
