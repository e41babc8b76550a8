import FoundationEssentials
import Testing

/// Webhooks as PyPI's livekit-api 1.2.2 makes and accepts them: the body is `MessageToJson` of its `WebhookEvent`, the token
/// `AccessToken("devkey", "secret").with_sha256(…)` over its hash, valid for five minutes from `signed` on.
struct WebhookFixture: Sendable, CustomTestStringConvertible {
    static let signed = Date(timeIntervalSince1970: 1_767_323_045)

    let name: String
    let body: [UInt8]
    let token: String

    private init(_ name: String, token: String, body: String) {
        self.name = name
        self.body = Array(body.utf8)
        self.token = token
    }

    var testDescription: String { name }

    static let joined = WebhookFixture(
        "participant_joined",
        token:
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJCRXlOOTV0eDlzUlo3dEc3TU1RdDMxYWNYSzBxYndCZ3dCTjl"
            + "VYzA5RmI4PSIsInN1YiI6IiIsImlzcyI6ImRldmtleSIsIm5iZiI6MTc2NzMyMzA0NSwiZXhwIjoxNzY3MzIzMzQ1fQ.-iosvYkX"
            + "ffjMXkt-eyRrgbtpWXyJj4fMtPhnt4sGGzQ",
        body:
            #"{"event":"participant_joined","room":{"sid":"RM_x1","name":"salon/\u00e9t\u00e9","creationTime":"#
            + #""1767323000","numParticipants":2},"participant":{"sid":"PA_1","identity":"ann \"a\"","state":"AC"#
            + #"TIVE","name":"Zo\u00eb","kind":"SIP","attributes":{"lang":"fr"}},"id":"EV_1","createdAt":"176732"#
            + #"3045"}"#)

    static let published = WebhookFixture(
        "track_published",
        token:
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJTOEZ3azFFbUNlRTFMbWl6azdBb0M3RmkyZTBBWFlhOXpGeE9"
            + "XQzEwZjZRPSIsInN1YiI6IiIsImlzcyI6ImRldmtleSIsIm5iZiI6MTc2NzMyMzA0NSwiZXhwIjoxNzY3MzIzMzQ1fQ.MpbW98rf"
            + "2IHhjmQB_Ay7gGTYjLAdCN47aAw3yLODjQ0",
        body:
            #"{"event":"track_published","room":{"sid":"RM_x1","name":"salon/\u00e9t\u00e9","creationTime":"17"#
            + #"67323000","numParticipants":2},"participant":{"sid":"PA_1","identity":"ann \"a\"","state":"ACTIV"#
            + #"E","name":"Zo\u00eb","kind":"SIP","attributes":{"lang":"fr"}},"id":"EV_2","createdAt":"176732304"#
            + #"6","track":{"sid":"TR_1","source":"MICROPHONE"}}"#)

    static let egress = WebhookFixture(
        "egress_ended",
        token:
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJoYVg2NENIckxrWDRvZnlQZ2FGek1lM3d6amFwSk04cjdVdEx"
            + "5QWZsQ1hzPSIsInN1YiI6IiIsImlzcyI6ImRldmtleSIsIm5iZiI6MTc2NzMyMzA0NSwiZXhwIjoxNzY3MzIzMzQ1fQ.uHRulPzb"
            + "jRHILF88JJa1lZVletHNHwtmkddp7W48Arc",
        body:
            #"{"event":"egress_ended","id":"EV_3","createdAt":"1767323047","egressInfo":{"egressId":"EG_1","ro"#
            + #"omName":"r"}}"#)

    static let job = WebhookFixture(
        "agent_job_ended",
        token:
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJxUjZ4d2M3czA4eWVHYXpITkJlQmhMekFic1h4UHBpWmFmcUl"
            + "jZlZuWmpRPSIsInN1YiI6IiIsImlzcyI6ImRldmtleSIsIm5iZiI6MTc2NzMyMzA0NSwiZXhwIjoxNzY3MzIzMzQ1fQ.brpwzFwX"
            + "sY7yZAVp5iSGpo_AMI86V_gz6eRq3UvAOsA",
        body:
            #"{"event":"agent_job_ended","id":"EV_4","createdAt":"1767323048","numDropped":3,"job":{"id":"AJ_1"#
            + #"","room":{"sid":"RM_x1","name":"salon/\u00e9t\u00e9","creationTime":"1767323000","numParticipant"#
            + #"s":2},"state":{"status":"JS_SUCCESS"}}}"#)

    static let newer = WebhookFixture(
        "room_moved",
        token:
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaGEyNTYiOiJ5djNYOVJjdm95U3RjT3U5dXZqYTloakh2WGlTL01IeS9qVE4"
            + "reGU0S0dzPSIsInN1YiI6IiIsImlzcyI6ImRldmtleSIsIm5iZiI6MTc2NzMyMzA0NSwiZXhwIjoxNzY3MzIzMzQ1fQ.yYR7wAOy"
            + "hDr6fd9LOwBD3ZvIiEmjY9SiSj_YqAF_5zM",
        body:
            #"{"event":"room_moved","room":{"sid":"RM_x1","name":"salon/\u00e9t\u00e9","creationTime":"1767323"#
            + #"000","numParticipants":2},"id":"EV_5","createdAt":"1767323049"}"#)

    static let all = [joined, published, egress, job, newer]
}
