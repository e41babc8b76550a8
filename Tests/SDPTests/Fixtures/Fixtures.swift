/// Recorded session descriptions. Lines end in LF here and in CRLF on the wire.
enum Fixtures {
    static let all = [
        Recording(name: "server's data offer", text: serverDataOffer),
        Recording(name: "server's offer with candidates", text: serverOfferWithCandidates),
        Recording(name: "server's answer to a publisher", text: serverPublisherAnswer),
        Recording(name: "server's answer to a restart", text: serverRestartAnswer),
        Recording(name: "client's data offer", text: clientDataOffer),
        Recording(name: "client's publisher offer", text: clientPublisherOffer),
        Recording(name: "client's subscriber answer", text: clientSubscriberAnswer),
        Recording(name: "client's join offer", text: clientJoinOffer),
        Recording(name: "server's join answer", text: serverJoinAnswer),
    ]

    static func onTheWire(_ text: String) -> String {
        text.split(separator: "\n").map { $0 + "\r\n" }.joined()
    }
}
