"""A package as a program writes it to a pipe; for the scripts that make fixtures."""

import io


class Unseekable(io.RawIOBase):
    """A stream without seek, so that zipfile writes sizes behind the data and zeros in the local headers."""

    def __init__(self):
        super().__init__()
        self.data = bytearray()

    def writable(self):
        return True

    def seekable(self):
        return False

    def write(self, chunk):
        self.data += chunk
        return len(chunk)
