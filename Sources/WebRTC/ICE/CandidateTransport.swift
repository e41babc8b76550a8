/// The transport of a candidate. Only UDP is used; TCP is read so that it can be left alone.
package enum CandidateTransport: String, Hashable, Sendable {
    case udp
    case tcp
}
