// swift-format-ignore-file
// Recorded from a LiveKit server that uses two peer connections.
extension Fixtures {
    /// The offer of a subscriber connection that carries data only.
    static let serverDataOffer = """
v=0
o=- 6945136901199900148 1795246731 IN IP4 0.0.0.0
s=-
t=0 0
a=msid-semantic:WMS *
a=fingerprint:sha-256 52:37:0C:A0:CA:3C:5C:52:A0:C6:A1:28:78:86:3B:DB:70:4A:A3:4E:C3:5C:87:95:27:67:F7:5B:FB:90:AB:53
a=extmap-allow-mixed
a=group:BUNDLE 0
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=setup:actpass
a=mid:0
a=sendrecv
a=sctp-port:5000
a=max-message-size:65535
a=ice-ufrag:HPyzMkEABreJWuqL
a=ice-pwd:lZBZavotajmxDuVIGZMZJHZYRyIbjwcH

"""

    /// An offer sent again with the candidates gathered since.
    static let serverOfferWithCandidates = """
v=0
o=- 6945136901199900148 1795246731 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 50101 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 127.0.0.1
a=candidate:2878742611 1 udp 2130706431 127.0.0.1 50101 typ host generation 0
a=candidate:2070692838 1 udp 2130706431 192.0.2.2 50101 typ host generation 0
a=candidate:3932658255 1 udp 2130706431 fd00::2 50101 typ host generation 0
a=candidate:375738803 1 tcp 1671430143 127.0.0.1 7991 typ host tcptype passive generation 0
a=candidate:3332321798 1 tcp 1671430143 192.0.2.2 7991 typ host tcptype passive generation 0
a=candidate:1469377455 1 tcp 1671430143 fd00::2 7991 typ host tcptype passive generation 0
a=ice-ufrag:HPyzMkEABreJWuqL
a=ice-pwd:lZBZavotajmxDuVIGZMZJHZYRyIbjwcH
a=fingerprint:sha-256 52:37:0C:A0:CA:3C:5C:52:A0:C6:A1:28:78:86:3B:DB:70:4A:A3:4E:C3:5C:87:95:27:67:F7:5B:FB:90:AB:53
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:65535

"""

    /// The answer to a published audio track: candidates of two components in the first section.
    static let serverPublisherAnswer = """
v=0
o=- 1511457148574665446 1795246732 IN IP4 0.0.0.0
s=-
t=0 0
a=msid-semantic:WMS *
a=fingerprint:sha-256 B8:94:5C:05:B4:5A:A0:18:4C:E2:86:ED:FF:D8:6F:2A:BC:00:E8:4F:9E:2E:77:4A:C3:11:88:21:5A:7F:FD:62
a=extmap-allow-mixed
a=group:BUNDLE 0 1
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=setup:active
a=mid:0
a=sendrecv
a=sctp-port:5000
a=max-message-size:65535
a=ice-ufrag:KDiZtaCRlJFohyMl
a=ice-pwd:xKNozumWnjXIruePKyFHdFkYcdHnavyL
a=candidate:2878742611 1 udp 2130706431 127.0.0.1 50100 typ host ufrag KDiZtaCRlJFohyMl
a=candidate:2878742611 2 udp 2130706431 127.0.0.1 50100 typ host ufrag KDiZtaCRlJFohyMl
a=candidate:2070692838 1 udp 2130706431 192.0.2.2 50100 typ host ufrag KDiZtaCRlJFohyMl
a=candidate:2070692838 2 udp 2130706431 192.0.2.2 50100 typ host ufrag KDiZtaCRlJFohyMl
a=candidate:3932658255 1 udp 2130706431 fd00::2 50100 typ host ufrag KDiZtaCRlJFohyMl
a=candidate:3932658255 2 udp 2130706431 fd00::2 50100 typ host ufrag KDiZtaCRlJFohyMl
a=candidate:375738803 1 tcp 1671430143 127.0.0.1 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl
a=candidate:375738803 2 tcp 1671430143 127.0.0.1 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl
a=candidate:3332321798 1 tcp 1671430143 192.0.2.2 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl
a=candidate:3332321798 2 tcp 1671430143 192.0.2.2 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl
a=candidate:1469377455 1 tcp 1671430143 fd00::2 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl
a=candidate:1469377455 2 tcp 1671430143 fd00::2 7991 typ host tcptype passive ufrag KDiZtaCRlJFohyMl
a=end-of-candidates
m=audio 9 UDP/TLS/RTP/SAVPF 63 111 0 8
c=IN IP4 0.0.0.0
a=setup:active
a=mid:1
a=ice-ufrag:KDiZtaCRlJFohyMl
a=ice-pwd:xKNozumWnjXIruePKyFHdFkYcdHnavyL
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:111 opus/48000/2
a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=recvonly

"""

    /// The answer to an ICE restart: new credentials, no candidates.
    static let serverRestartAnswer = """
v=0
o=- 1511457148574665446 1795246733 IN IP4 0.0.0.0
s=-
t=0 0
a=msid-semantic:WMS *
a=fingerprint:sha-256 B8:94:5C:05:B4:5A:A0:18:4C:E2:86:ED:FF:D8:6F:2A:BC:00:E8:4F:9E:2E:77:4A:C3:11:88:21:5A:7F:FD:62
a=extmap-allow-mixed
a=group:BUNDLE 0 1
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=setup:active
a=mid:0
a=sendrecv
a=sctp-port:5000
a=max-message-size:65535
a=ice-ufrag:wAEWCIJCeuvRNQfX
a=ice-pwd:IUoUjAshYLsWRLJhsvdUdrZuQJpafoHa
m=audio 9 UDP/TLS/RTP/SAVPF 63 111 0 8
c=IN IP4 0.0.0.0
a=setup:active
a=mid:1
a=ice-ufrag:wAEWCIJCeuvRNQfX
a=ice-pwd:IUoUjAshYLsWRLJhsvdUdrZuQJpafoHa
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:111 opus/48000/2
a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=recvonly

"""
}
