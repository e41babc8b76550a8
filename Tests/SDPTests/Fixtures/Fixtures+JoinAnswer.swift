// swift-format-ignore-file
// Recorded from a LiveKit server that uses one peer connection.
extension Fixtures {
    /// The answer that brings the first track: section 0 is in use, the other audio sections are idle.
    static let serverJoinAnswer = """
v=0
o=- 4988576248816850658 1795245830 IN IP4 0.0.0.0
s=-
t=0 0
a=msid-semantic:WMS *
a=fingerprint:sha-256 E4:CA:7E:BB:C3:D9:0C:9E:3E:BC:F6:A3:AB:D0:A7:22:1D:51:AC:42:90:49:BA:93:43:64:07:D1:D2:62:A6:19
a=extmap-allow-mixed
a=group:BUNDLE 0 1 2 3 4 5 6
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0 8
c=IN IP4 0.0.0.0
a=setup:active
a=mid:0
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:111 opus/48000/2
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=ssrc:3425492620 cname:PA_CTqw6QFJsPDH|TR_AMjspdRoFD7fqC
a=ssrc:3425492620 msid:PA_CTqw6QFJsPDH|TR_AMjspdRoFD7fqC TR_AMjspdRoFD7fqC
a=ssrc:3425492620 mslabel:PA_CTqw6QFJsPDH|TR_AMjspdRoFD7fqC
a=ssrc:3425492620 label:TR_AMjspdRoFD7fqC
a=msid:PA_CTqw6QFJsPDH|TR_AMjspdRoFD7fqC TR_AMjspdRoFD7fqC
a=sendonly
a=candidate:2878742611 1 udp 2130706431 127.0.0.1 50100 typ host ufrag SUfPHVUCmZRzsZqw
a=candidate:2878742611 2 udp 2130706431 127.0.0.1 50100 typ host ufrag SUfPHVUCmZRzsZqw
a=candidate:2070692838 1 udp 2130706431 192.0.2.2 50100 typ host ufrag SUfPHVUCmZRzsZqw
a=candidate:2070692838 2 udp 2130706431 192.0.2.2 50100 typ host ufrag SUfPHVUCmZRzsZqw
a=candidate:3932658255 1 udp 2130706431 fd00::2 50100 typ host ufrag SUfPHVUCmZRzsZqw
a=candidate:3932658255 2 udp 2130706431 fd00::2 50100 typ host ufrag SUfPHVUCmZRzsZqw
a=candidate:375738803 1 tcp 1671430143 127.0.0.1 7991 typ host tcptype passive ufrag SUfPHVUCmZRzsZqw
a=candidate:375738803 2 tcp 1671430143 127.0.0.1 7991 typ host tcptype passive ufrag SUfPHVUCmZRzsZqw
a=candidate:3332321798 1 tcp 1671430143 192.0.2.2 7991 typ host tcptype passive ufrag SUfPHVUCmZRzsZqw
a=candidate:3332321798 2 tcp 1671430143 192.0.2.2 7991 typ host tcptype passive ufrag SUfPHVUCmZRzsZqw
a=candidate:1469377455 1 tcp 1671430143 fd00::2 7991 typ host tcptype passive ufrag SUfPHVUCmZRzsZqw
a=candidate:1469377455 2 tcp 1671430143 fd00::2 7991 typ host tcptype passive ufrag SUfPHVUCmZRzsZqw
a=end-of-candidates
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0 8
c=IN IP4 0.0.0.0
a=setup:active
a=mid:1
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:111 opus/48000/2
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=sendonly
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 0 8
c=IN IP4 0.0.0.0
a=setup:active
a=mid:2
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:111 opus/48000/2
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=sendonly
m=video 9 UDP/TLS/RTP/SAVPF 96 103 107 109 115 45 98 116 114 108 104 97 99 46
c=IN IP4 0.0.0.0
a=setup:active
a=mid:3
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:103 H264/90000
a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f
a=rtcp-fb:103 goog-remb
a=rtcp-fb:103 transport-cc
a=rtcp-fb:103 ccm fir
a=rtcp-fb:103 nack
a=rtcp-fb:103 nack pli
a=rtpmap:107 H264/90000
a=fmtp:107 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42001f
a=rtcp-fb:107 goog-remb
a=rtcp-fb:107 transport-cc
a=rtcp-fb:107 ccm fir
a=rtcp-fb:107 nack
a=rtcp-fb:107 nack pli
a=rtpmap:109 H264/90000
a=fmtp:109 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
a=rtcp-fb:109 goog-remb
a=rtcp-fb:109 transport-cc
a=rtcp-fb:109 ccm fir
a=rtcp-fb:109 nack
a=rtcp-fb:109 nack pli
a=rtpmap:115 H264/90000
a=fmtp:115 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f
a=rtcp-fb:115 goog-remb
a=rtcp-fb:115 transport-cc
a=rtcp-fb:115 ccm fir
a=rtcp-fb:115 nack
a=rtcp-fb:115 nack pli
a=rtpmap:45 AV1/90000
a=fmtp:45 level-idx=5;profile=0;tier=0
a=rtcp-fb:45 goog-remb
a=rtcp-fb:45 transport-cc
a=rtcp-fb:45 ccm fir
a=rtcp-fb:45 nack
a=rtcp-fb:45 nack pli
a=rtpmap:98 VP9/90000
a=fmtp:98 profile-id=0
a=rtcp-fb:98 goog-remb
a=rtcp-fb:98 transport-cc
a=rtcp-fb:98 ccm fir
a=rtcp-fb:98 nack
a=rtcp-fb:98 nack pli
a=rtpmap:116 rtx/90000
a=fmtp:116 apt=115
a=rtpmap:114 rtx/90000
a=fmtp:114 apt=109
a=rtpmap:108 rtx/90000
a=fmtp:108 apt=107
a=rtpmap:104 rtx/90000
a=fmtp:104 apt=103
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=rtpmap:99 rtx/90000
a=fmtp:99 apt=98
a=rtpmap:46 rtx/90000
a=fmtp:46 apt=45
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id
a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
a=sendonly
m=video 9 UDP/TLS/RTP/SAVPF 96 103 107 109 115 45 98 46 116 114 108 104 97 99
c=IN IP4 0.0.0.0
a=setup:active
a=mid:4
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:103 H264/90000
a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f
a=rtcp-fb:103 goog-remb
a=rtcp-fb:103 transport-cc
a=rtcp-fb:103 ccm fir
a=rtcp-fb:103 nack
a=rtcp-fb:103 nack pli
a=rtpmap:107 H264/90000
a=fmtp:107 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42001f
a=rtcp-fb:107 goog-remb
a=rtcp-fb:107 transport-cc
a=rtcp-fb:107 ccm fir
a=rtcp-fb:107 nack
a=rtcp-fb:107 nack pli
a=rtpmap:109 H264/90000
a=fmtp:109 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
a=rtcp-fb:109 goog-remb
a=rtcp-fb:109 transport-cc
a=rtcp-fb:109 ccm fir
a=rtcp-fb:109 nack
a=rtcp-fb:109 nack pli
a=rtpmap:115 H264/90000
a=fmtp:115 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f
a=rtcp-fb:115 goog-remb
a=rtcp-fb:115 transport-cc
a=rtcp-fb:115 ccm fir
a=rtcp-fb:115 nack
a=rtcp-fb:115 nack pli
a=rtpmap:45 AV1/90000
a=fmtp:45 level-idx=5;profile=0;tier=0
a=rtcp-fb:45 goog-remb
a=rtcp-fb:45 transport-cc
a=rtcp-fb:45 ccm fir
a=rtcp-fb:45 nack
a=rtcp-fb:45 nack pli
a=rtpmap:98 VP9/90000
a=fmtp:98 profile-id=0
a=rtcp-fb:98 goog-remb
a=rtcp-fb:98 transport-cc
a=rtcp-fb:98 ccm fir
a=rtcp-fb:98 nack
a=rtcp-fb:98 nack pli
a=rtpmap:46 rtx/90000
a=fmtp:46 apt=45
a=rtpmap:116 rtx/90000
a=fmtp:116 apt=115
a=rtpmap:114 rtx/90000
a=fmtp:114 apt=109
a=rtpmap:108 rtx/90000
a=fmtp:108 apt=107
a=rtpmap:104 rtx/90000
a=fmtp:104 apt=103
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=rtpmap:99 rtx/90000
a=fmtp:99 apt=98
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id
a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
a=sendonly
m=video 9 UDP/TLS/RTP/SAVPF 96 103 107 109 115 45 98 99 46 116 114 108 104 97
c=IN IP4 0.0.0.0
a=setup:active
a=mid:5
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS
a=rtcp-mux
a=rtcp-rsize
a=rtpmap:96 VP8/90000
a=rtcp-fb:96 goog-remb
a=rtcp-fb:96 transport-cc
a=rtcp-fb:96 ccm fir
a=rtcp-fb:96 nack
a=rtcp-fb:96 nack pli
a=rtpmap:103 H264/90000
a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f
a=rtcp-fb:103 goog-remb
a=rtcp-fb:103 transport-cc
a=rtcp-fb:103 ccm fir
a=rtcp-fb:103 nack
a=rtcp-fb:103 nack pli
a=rtpmap:107 H264/90000
a=fmtp:107 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42001f
a=rtcp-fb:107 goog-remb
a=rtcp-fb:107 transport-cc
a=rtcp-fb:107 ccm fir
a=rtcp-fb:107 nack
a=rtcp-fb:107 nack pli
a=rtpmap:109 H264/90000
a=fmtp:109 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
a=rtcp-fb:109 goog-remb
a=rtcp-fb:109 transport-cc
a=rtcp-fb:109 ccm fir
a=rtcp-fb:109 nack
a=rtcp-fb:109 nack pli
a=rtpmap:115 H264/90000
a=fmtp:115 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f
a=rtcp-fb:115 goog-remb
a=rtcp-fb:115 transport-cc
a=rtcp-fb:115 ccm fir
a=rtcp-fb:115 nack
a=rtcp-fb:115 nack pli
a=rtpmap:45 AV1/90000
a=fmtp:45 level-idx=5;profile=0;tier=0
a=rtcp-fb:45 goog-remb
a=rtcp-fb:45 transport-cc
a=rtcp-fb:45 ccm fir
a=rtcp-fb:45 nack
a=rtcp-fb:45 nack pli
a=rtpmap:98 VP9/90000
a=fmtp:98 profile-id=0
a=rtcp-fb:98 goog-remb
a=rtcp-fb:98 transport-cc
a=rtcp-fb:98 ccm fir
a=rtcp-fb:98 nack
a=rtcp-fb:98 nack pli
a=rtpmap:99 rtx/90000
a=fmtp:99 apt=98
a=rtpmap:46 rtx/90000
a=fmtp:46 apt=45
a=rtpmap:116 rtx/90000
a=fmtp:116 apt=115
a=rtpmap:114 rtx/90000
a=fmtp:114 apt=109
a=rtpmap:108 rtx/90000
a=fmtp:108 apt=107
a=rtpmap:104 rtx/90000
a=fmtp:104 apt=103
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
a=extmap:11 urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id
a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
a=sendonly
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=setup:active
a=mid:6
a=sendrecv
a=sctp-port:5000
a=max-message-size:65535
a=ice-ufrag:SUfPHVUCmZRzsZqw
a=ice-pwd:qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS

"""
}
