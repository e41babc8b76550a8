extension SessionDescription {
    /// The mids that share one transport (`a=group:BUNDLE`, RFC 9143); empty when there is no such group.
    package var bundle: [String] {
        get { bundleLine.map { $0.split(separator: " ").dropFirst().map(String.init) } ?? [] }
        set {
            let others = attributes.values("group").filter { $0 != bundleLine }
            let line = (["BUNDLE"] + newValue).joined(separator: " ")
            attributes.replaceAll(["group"], with: ([line] + others).map { Attribute("group", $0) })
        }
    }

    private var bundleLine: String? {
        attributes.values("group").first { $0 == "BUNDLE" || $0.hasPrefix("BUNDLE ") }
    }

    /// Puts every section that is not rejected and has a mid into one bundle.
    package mutating func bundleAll() {
        bundle = media.filter { !$0.isRejected }.compactMap(\.mid)
    }

    /// The writer answers checks and sends none (RFC 8445, section 2.5).
    package var iceLite: Bool {
        get { attributes.contains("ice-lite") }
        set { attributes.setFlag("ice-lite", newValue) }
    }

    /// The session-level fingerprint; libwebrtc writes it per section, LiveKit's server here.
    package var fingerprint: String? {
        get { attributes["fingerprint"] }
        set { attributes["fingerprint"] = newValue }
    }

    package func section(mid: String) -> MediaDescription? {
        media.first { $0.mid == mid }
    }

    /// The positions of sections without `a=mid`, which LiveKit's server refuses.
    package var sectionsWithoutMid: [Int] {
        media.indices.filter { media[$0].mid == nil }
    }

    /// The bundled transport: what the first live section says, with the session's lines where it says nothing, and the
    /// candidates of all sections, each once.
    package var transport: TransportDescription {
        let first = media.first { !$0.isRejected && $0.iceUfrag != nil } ?? media.first { !$0.isRejected }
        var seen: Set<String> = []
        let all = attributes.values("candidate") + media.flatMap(\.candidates)
        return TransportDescription(
            iceUfrag: first?.iceUfrag ?? attributes["ice-ufrag"],
            icePwd: first?.icePwd ?? attributes["ice-pwd"],
            iceOptions: first?.iceOptions ?? attributes["ice-options"],
            iceLite: iceLite,
            fingerprint: first?.fingerprint ?? fingerprint,
            setup: first?.setup ?? attributes["setup"].flatMap(Setup.init),
            candidates: all.filter { seen.insert($0).inserted },
            endOfCandidates: attributes.contains("end-of-candidates") || media.contains { $0.endOfCandidates })
    }
}
