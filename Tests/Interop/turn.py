"""coturn on loopback ports that the system chooses, with one user and a certificate of an authority of its own."""

import datetime
import ipaddress
import socket
import time

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from program import Program

USER, PASSWORD, REALM = "parley", "word", "parley.test"


class Turn:
    def __init__(self, folder):
        self.authority = folder / "authority.pem"
        certificate, key = certify(folder)
        self.port, self.tls_port = free_ports(2)
        # Both kinds of peers are on this machine.
        self.program = Program(
            "turnserver", "-n", "--listening-ip", "127.0.0.1", "--relay-ip", "127.0.0.1",
            "--listening-port", self.port, "--tls-listening-port", self.tls_port,
            "--lt-cred-mech", "--user", f"{USER}:{PASSWORD}", "--realm", REALM, "--allow-loopback-peers",
            "--no-cli", "--no-dtls", "--cert", certificate, "--pkey", key, "--verbose", "--log-file", "stdout",
            "--simple-log", "--userdb", folder / "users.sqlite", "--pidfile", folder / "turnserver.pid")
        wait_for_port(self.port)

    def server(self, kind):
        """As in the JSON of PARLEY_ICE_SERVERS: `kind` is udp, tcp or tls."""
        url = {"udp": f"turn:127.0.0.1:{self.port}?transport=udp", "tcp": f"turn:127.0.0.1:{self.port}?transport=tcp",
               "tls": f"turns:localhost:{self.tls_port}?transport=tcp"}[kind]
        return {"urls": [url], "username": USER, "credential": PASSWORD}

    def allocations(self):
        """How many relayed addresses were given out; coturn says so in its log."""
        return sum("ALLOCATE processed, success" in line for line in self.program.output)

    def stop(self):
        # It knows no other way to end than by the signal itself.
        self.program.process.terminate()
        self.program.wait(10)


def certify(folder):
    """A certificate for localhost and its key; the authority's certificate stays in the folder."""
    authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = sign("parley test authority", authority_key, None, authority_key)
    certificate = sign("localhost", key, authority, authority_key)
    paths = [folder / name for name in ("authority.pem", "certificate.pem", "key.pem")]
    pem = serialization.Encoding.PEM
    paths[0].write_bytes(authority.public_bytes(pem))
    paths[1].write_bytes(certificate.public_bytes(pem))
    paths[2].write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths[1], paths[2]


def sign(name, key, authority, authority_key):
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    today = datetime.datetime.now(datetime.timezone.utc)
    alternatives = x509.SubjectAlternativeName([
        x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    builder = (x509.CertificateBuilder().subject_name(subject)
               .issuer_name(authority.subject if authority else subject).public_key(key.public_key())
               .serial_number(x509.random_serial_number()).not_valid_before(today - datetime.timedelta(days=1))
               .not_valid_after(today + datetime.timedelta(days=2))
               .add_extension(x509.BasicConstraints(ca=authority is None, path_length=None), critical=True)
               .add_extension(alternatives, critical=False))
    return builder.sign(authority_key, hashes.SHA256())


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_for_port(port):
    deadline = time.monotonic() + 10
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < deadline, f"nobody listens on {port}"
            time.sleep(0.05)
