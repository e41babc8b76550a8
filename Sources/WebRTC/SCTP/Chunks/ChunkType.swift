/// The chunk types this association sends and understands (RFC 9260 section 3.2, RFC 3758, RFC 6525).
enum ChunkType: UInt8 {
    case data = 0
    case initiation = 1
    case initiationAck = 2
    case sack = 3
    case heartbeat = 4
    case heartbeatAck = 5
    case abort = 6
    case shutdown = 7
    case shutdownAck = 8
    case error = 9
    case cookieEcho = 10
    case cookieAck = 11
    case shutdownComplete = 14
    case reconfiguration = 130
    case forwardTSN = 192
}
