"""Folders of plans → datasets: the work list, the workers, the manifest, the engines. Knows pipeline and export."""
