import Engine
import Foundation
import Logging
import Store
import Supervision

extension ControlDesk {
    /// Seconds between two renewals; a holding lasts ten.
    private static let beat: Duration = .seconds(3)
    /// Seconds between two digests (control API §14).
    private static let digestion: Duration = .seconds(5)

    func claim() async throws(HostError) -> Holding {
        let holding: Holding?
        do throws(StoreError) {
            holding = try await exchange.holdings.claim(host.sessionID, by: process, now: clock())
        } catch {
            throw .unavailable("\(error)")
        }
        guard let holding else { throw .elsewhere }
        return holding
    }

    /// Takes up what was kept of the session's control, and what the conversation waits for.
    func restore(_ holding: Holding) async {
        var isAdopted = host.isResumed
        do {
            if let data = try await exchange.controls.control(of: host.sessionID) {
                control = try JSONDecoder().decode(SessionControl.self, from: data)
                isAdopted = true
            }
        } catch {
            logger.warning("the control of a session begins anew", metadata: ["error": "\(error)"])
        }
        let open = await host.attach { [inbox] event in inbox.post(event) }
        if isAdopted {
            await exchange.log.adopt(host.sessionID)
            await take(.adopted)
        }
        for approval in open { await take(.approvalAsked(approval)) }
    }

    /// Keeps the control where another process finds it. One that somebody else has taken is lost here.
    func keep() async {
        guard let holding else { return }
        do {
            try await exchange.controls.save(
                try JSONEncoder().encode(control), of: host.sessionID, epoch: holding.epoch)
        } catch StoreError.conflict {
            isLost = true
        } catch {
            logger.warning("the control of a session was not kept", metadata: ["error": "\(error)"])
        }
    }

    /// Takes commands from the bus. They wait there while the inbox is full.
    func listen() async {
        for await command in await exchange.bus.commands(for: host.sessionID) {
            guard await inbox.postWaiting(event(command)) else { return }
            // What has no outcome is not delivered again.
            if command.body.isPresence { await exchange.bus.acknowledge(command.id, of: host.sessionID) }
        }
    }

    /// What a command is for the control: whether the holder of a lease is there is told like one.
    private func event(_ command: Command) async -> SessionControl.Event {
        switch command.body {
        case .keepLease: .holderSeen(principal: command.principal.id)
        case .loseLease: .holderLost(principal: command.principal.id)
        default: .command(command, sequence: await host.lastMove)
        }
    }

    /// Holds on to the session until the task ends or another process has it.
    func renew() async {
        while (try? await Task.sleep(for: Self.beat)) != nil {
            guard let holding else { return }
            // A store that cannot be asked says nothing about who holds the session.
            if let isOurs = try? await exchange.holdings.renew(holding, now: clock()), !isOurs {
                isLost = true
                return inbox.close()
            }
            let loss = inbox.takeLoss()
            if loss.dropped > 0 {
                logger.error("events of a session were dropped", metadata: ["count": "\(loss.dropped)"])
            }
            if loss.hasEnded { _ = await inbox.postWaiting(.ended(reason: "unknown")) }
        }
    }

    /// Shows every few seconds how the caller feels and who needs help.
    func report() async {
        while (try? await Task.sleep(for: Self.digestion)) != nil { await digest() }
    }
}

extension Command.Body {
    /// Whether it only tells of a lease's holder.
    fileprivate var isPresence: Bool { self == .keepLease || self == .loseLease }
}
