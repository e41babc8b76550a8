"""A cable between a browser and the program under test: it can be cut, and mended."""

import socket
import threading


class Cable:
    """A TCP relay on a port of its own. While it is cut, nobody gets through; what was connected breaks."""

    def __init__(self, host, port):
        self.target = (host, port)
        self.sockets = set()
        self.lock = threading.Lock()
        self.whole = True
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        with self.lock:
            self.whole = False
            broken, self.sockets = self.sockets, set()
        for one in broken:
            self._break(one)

    def mend(self):
        self.whole = True

    def close(self):
        self.cut()
        self.server.close()

    def _accept(self):
        while True:
            try:
                near, _ = self.server.accept()
            except OSError:
                return
            if not self.whole:
                self._break(near)
                continue
            try:
                far = socket.create_connection(self.target, 5)
            except OSError:
                self._break(near)
                continue
            with self.lock:
                self.sockets |= {near, far}
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one, other):
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        with self.lock:
            self.sockets -= {one, other}
        self._break(one)
        self._break(other)

    @staticmethod
    def _break(one):
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        one.close()
