"""From a folder of files to articles, with a reason for each that is none."""
