package import Supervision

/// Lets everybody in as the same principal: `AUTH_MODE=open`, on loopback only.
package struct OpenGate: FeedGate {
    private let pass: FeedPass

    package init(_ principal: Principal = Principal(id: "anonymous", role: .admin)) {
        pass = FeedPass(principal, isLimited: false)
    }

    package func admit(_ request: FeedRequest) -> FeedPass { pass }
    package func renew(_ pass: FeedPass, with token: String) -> FeedPass { self.pass }
    package func stands(_ pass: FeedPass) -> Bool { true }
}
