import Access
import Document
import Host
import Store
import Supervision
import Surface

extension Routes {
    /// Whether somebody takes calls.
    func addPresence(to endpoints: inout Endpoints) {
        endpoints.serve("setPresence") { call in
            guard let status = call.body["status"]?.string.flatMap(Presence.init) else {
                throw Problem.invalid("/status", "status is none that there is")
            }
            do {
                let user = try await plane.gatekeeper.changePresence(of: call.principal.id, to: status, by: call.author)
                // Who comes may be given at once what waits.
                if status == .online { await plane.office.assign() }
                return HTTPReply(user.json)
            } catch AccessError.notFound {
                throw Problem(.conflict, "Only a user can be there or away, and you are none.")
            }
        }
    }
}
