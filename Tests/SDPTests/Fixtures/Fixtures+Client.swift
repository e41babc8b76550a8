// swift-format-ignore-file
// Recorded from libwebrtc with two peer connections.
extension Fixtures {
    /// The first offer: data only.
    static let clientDataOffer = """
v=0
o=- 2952533124230231199 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=ice-ufrag:Cx53
a=ice-pwd:7Ih1kA50Tp+u8geRtOYL+4XS
a=ice-options:trickle goog-sped-v1
a=fingerprint:sha-256 98:72:9C:BF:07:80:88:4E:FB:7F:C2:2D:CE:A3:E8:71:E6:F4:AC:93:5A:58:8E:39:2C:91:F6:73:9B:51:81:C9
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
a=sctp-init:AQAAHriGZ0EAUAAA/////wXYmozAAAAEgAgABoLA

"""

    /// The offer that publishes an audio track.
    static let clientPublisherOffer = """
v=0
o=- 2952533124230231199 3 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 36410 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 192.0.2.2
a=candidate:1645094541 1 udp 2122194687 192.0.2.2 36410 typ host generation 0 network-id 1
a=candidate:2108067721 1 udp 2122265343 fd00::2 57940 typ host generation 0 network-id 2
a=ice-ufrag:Cx53
a=ice-pwd:7Ih1kA50Tp+u8geRtOYL+4XS
a=ice-options:trickle goog-sped-v1
a=fingerprint:sha-256 98:72:9C:BF:07:80:88:4E:FB:7F:C2:2D:CE:A3:E8:71:E6:F4:AC:93:5A:58:8E:39:2C:91:F6:73:9B:51:81:C9
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
a=sctp-init:AQAAHriGZ0EAUAAA/////wXYmozAAAAEgAgABoLA
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
c=IN IP4 0.0.0.0
a=rtcp:9 IN IP4 0.0.0.0
a=ice-ufrag:Cx53
a=ice-pwd:7Ih1kA50Tp+u8geRtOYL+4XS
a=ice-options:trickle goog-sped-v1
a=fingerprint:sha-256 98:72:9C:BF:07:80:88:4E:FB:7F:C2:2D:CE:A3:E8:71:E6:F4:AC:93:5A:58:8E:39:2C:91:F6:73:9B:51:81:C9
a=setup:actpass
a=mid:1
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=sendonly
a=msid:- 2f17539e-2582-4e5c-81b1-84fb8f52d390
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:13 CN/8000
a=rtpmap:110 telephone-event/48000
a=rtpmap:126 telephone-event/8000
a=ssrc:2616842620 cname:pBlAPZTGv1OQrCEK
a=ssrc:2616842620 msid:- 2f17539e-2582-4e5c-81b1-84fb8f52d390

"""

    /// The answer to the server's data-only offer.
    static let clientSubscriberAnswer = """
v=0
o=- 4475480012888906461 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 49544 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 192.0.2.2
a=candidate:469708138 1 udp 2122194687 192.0.2.2 49544 typ host generation 0 network-id 1
a=candidate:3499748490 1 udp 2122265343 fd00::2 34869 typ host generation 0 network-id 2
a=ice-ufrag:5nn0
a=ice-pwd:nJKCBxZ7Z5UJhXjef7ra81Pa
a=ice-options:trickle
a=fingerprint:sha-256 BB:0E:A5:DF:A2:9B:88:41:57:77:54:6D:3E:F6:EF:5B:3D:0D:75:42:8F:7E:FA:F3:A7:FE:52:93:11:4A:EB:CF
a=setup:active
a=mid:0
a=sctp-port:5000
a=max-message-size:65535

"""
}
