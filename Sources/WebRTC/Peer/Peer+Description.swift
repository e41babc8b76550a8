import ICE
import RTP
import SDP
import Secure

// What both sides write and read in descriptions.
extension Peer {
    func sectionIndex(_ mid: String) -> Int? {
        sections.firstIndex { $0.mid == mid }
    }

    func makeDescription() -> SessionDescription {
        var description = SessionDescription(
            origin: Origin(sessionID: "\(sessionID)", sessionVersion: descriptionVersion))
        description.attributes.append(Attribute("msid-semantic", " WMS *"))
        description.fingerprint = configuration.certificate.fingerprint.description
        if configuration.mode == .lite { description.iceLite = true }
        return description
    }

    func mediaDescription(of section: MediaSection) -> MediaDescription {
        guard section.kind == .audio else { return otherDescription(of: section) }
        var media = MediaDescription.rtp(
            .audio, mid: section.mid, direction: section.direction, codecs: codecs(of: section))
        media.extensions = section.extensions
        media.setTransport(localTransport)
        if let sender = section.sender, let outbound = section.outbound, section.direction.sends {
            media.msid = outbound
            media.sources = [Source(ssrc: sender.ssrc, cname: cname, msid: outbound)]
        }
        return media
    }

    private func otherDescription(of section: MediaSection) -> MediaDescription {
        guard section.kind == .application, !section.isRejected else {
            return section.offered ?? MediaDescription.data(mid: section.mid)
        }
        var media = MediaDescription.data(mid: section.mid)
        media.setTransport(localTransport)
        return media
    }

    private var localTransport: TransportDescription {
        TransportDescription(
            iceUfrag: localCredentials.ufrag, icePwd: localCredentials.pwd, iceOptions: "trickle", fingerprint: nil,
            setup: localSetup,
            candidates: ice.announcedCandidates.map(\.description), endOfCandidates: ice.hasGathered)
    }

    /// A full end is the DTLS client and says so; a lite one that offers leaves the other end no other choice to make.
    private var localSetup: Setup {
        switch (configuration.mode, configuration.role) {
        case (.full, _): .active
        case (.lite, .offerer): .actpass
        case (.lite, .answerer): .passive
        }
    }

    /// Whether the other end leaves this end the DTLS role it takes.
    func accepts(_ setup: Setup?) -> Bool {
        setup != (configuration.mode == .full ? .active : .passive)
    }

    /// Takes over what the other end says of a section: its sources, its track, what it wants to receive.
    mutating func adopt(_ media: MediaDescription, in index: Int) {
        let alive = !media.isRejected
        sections[index].remoteSends = alive && media.direction.sends && media.kind == .audio
        sections[index].remoteReceives = alive && media.direction.receives && media.kind == .audio
        sections[index].inbound = sections[index].remoteSends ? media.msid ?? media.sources.first?.msid : nil
        guard media.kind == .audio else { return }
        if let opus = media.codec(named: "opus") { sections[index].codec.payloadType = opus.payloadType }
        adoptRedundancy(media, in: index)
        learnSources(of: media, in: sections[index])
    }

    /// Sources of one section that a description may announce; more are ignored.
    private static let announcedLimit = 8

    /// Announced sources replace those that were announced before and never heard. A section that falls silent forgets
    /// its sources: what comes on it later, under the same SSRC perhaps, is another track.
    private mutating func learnSources(of media: MediaDescription, in section: MediaSection) {
        for (ssrc, mid) in midBySSRC where mid == section.mid {
            if section.remoteSends, heardSources.contains(ssrc) { continue }
            midBySSRC[ssrc] = nil
            receivers.removeAll { $0.ssrc == ssrc }
        }
        guard section.remoteSends else { return }
        for source in media.sources.prefix(Self.announcedLimit) { midBySSRC[source.ssrc] = section.mid }
    }

    /// Credentials, fingerprint and candidates of the other end; the first time, this starts the handshake's machinery.
    mutating func setRemoteTransport(_ transport: TransportDescription) throws(PeerError) {
        guard let ufrag = transport.iceUfrag, let pwd = transport.icePwd, let text = transport.fingerprint,
            let fingerprint = Fingerprint(text)
        else { throw .incompleteTransport }
        guard remoteFingerprint == nil || remoteFingerprint == fingerprint else { throw .identityChanged }
        remoteFingerprint = fingerprint
        remoteName = ufrag
        ice.setRemote(credentials: ICECredentials(ufrag: ufrag, pwd: pwd), lite: transport.iceLite, now: now)
        for candidate in transport.candidates { addRemoteCandidate(candidate, now: now) }
        if transport.endOfCandidates { endOfRemoteCandidates(now: now) }
        try startSecurity(fingerprint: fingerprint)
    }
}
