import Feeds
import Foundation
import Supervision

extension FeedVisit {
    /// Does what a client's frame asks for; returns the rule it breaks, if it breaks one that ends the feed.
    func heed(_ text: String) async -> FeedEnding? {
        do throws(ClientFrameError) {
            return await heed(try ClientFrame.parse(text))
        } catch {
            // A member that is wrong concerns one frame; what is no object is no client of ours.
            guard case .member = error, opening.profile == .extended else {
                return error == .notAnObject ? .badFrame : nil
            }
            refuse(nil, nil, "validation", error.detail)
            return nil
        }
    }

    private func heed(_ frame: ClientFrame) async -> FeedEnding? {
        switch frame {
        case .ping: outbox.pong()
        case .pong, .ack, .unknown: break
        case .auth(let token): return await renew(token)
        case .resume(let session, let after): await resume(session, after)
        case .subscribe(let session, let after, let types): await subscribe(session, after, types)
        case .unsubscribe(let session): leave(session)
        case .command(let id, let session, let body): await wish(.command(body), id, session)
        case .chat(let id, let session, let message): await wish(.chat(message), id, session)
        }
        return nil
    }

    private func renew(_ token: String) async -> FeedEnding? {
        guard let pass = outbox.pass else { return .unauthenticated }
        do throws(FeedRefusal) {
            let next = try await services.gate.renew(pass, with: token)
            guard next.principal.id == pass.principal.id else { return .unauthenticated }
            take(next)
            if opening.profile == .extended { outbox.tell(.authenticated(until: next.expiry)) }
            return nil
        } catch {
            return error == .unauthenticated ? .unauthenticated : .revoked
        }
    }

    private func resume(_ named: String?, _ after: String) async {
        guard let session = named ?? opening.session,
            let filter = outbox.change({ $0.subscriptions[session]?.filter })
        else {
            refuse(nil, named, "not-found", "There is no subscription to this session.")
            return
        }
        guard await subscribe(session, after: after, filter, isSole: false) else {
            refuse(nil, session, "validation", FeedEnding.badCursor.close.reason)
            return
        }
    }

    private func subscribe(_ session: String?, _ after: String?, _ types: Set<String>?) async {
        guard opening.source == .workspace, let pass = outbox.pass else {
            refuse(nil, session, "forbidden", "Subscribe in the feed of the workspace, /ws.")
            return
        }
        let filter = FeedFilter(types: types)
        guard let session else {
            outbox.change { $0.workspace = filter }
            return
        }
        let count = outbox.change { state in state.subscriptions.count { $0.key != session } }
        guard count < services.quota.subscriptions else {
            refuse(nil, session, "quota", "At most \(services.quota.subscriptions) sessions at once.")
            return
        }
        guard await hub.sight.shows(session, to: pass.principal.scope) == true else {
            refuse(nil, session, "not-found", FeedEnding.noSession.close.reason)
            return
        }
        guard await subscribe(session, after: after, filter, isSole: false) else {
            refuse(nil, session, "validation", FeedEnding.badCursor.close.reason)
            return
        }
    }

    private func leave(_ session: String?) {
        guard opening.source == .workspace else { return }
        if let session { unsubscribe(session) } else { outbox.change { $0.workspace = nil } }
    }

    private func wish(_ kind: FeedWish.Kind, _ id: String, _ named: String?) async {
        guard let pass = outbox.pass, let session = named ?? opening.session else {
            refuse(id, named, "validation", "Name the session.")
            return
        }
        guard opening.session == nil || opening.session == session,
            await hub.sight.shows(session, to: pass.principal.scope) == true
        else {
            refuse(id, session, "not-found", FeedEnding.noSession.close.reason)
            return
        }
        if case .command = kind, pass.principal.role == .caller {
            refuse(id, session, "forbidden", "Callers give no commands.")
            return
        }
        let wish = FeedWish(kind: kind, session: session, principal: pass.principal, id: id)
        guard let refusal = await services.intake.take(wish) else { return }
        refuse(id, session, refusal.code, refusal.detail)
    }
}
