// # SpeechSockets
//
// WebSockets for the speech engines: `Speech` asks for them through `SocketDialer` and knows no network; here they are
// made with the client of `Transport`.
//
// *Assumes* that a provider's address names no secret. *Out of scope*: what is said on a socket.
//
// Laws:
// 1. A key is in the `Authorization` header of the handshake and nowhere else: no error names it, nor a header, nor a body.
// 2. A provider that says nothing for two pings is given up.
