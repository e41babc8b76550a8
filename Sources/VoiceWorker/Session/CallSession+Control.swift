import Dialogue
import Host
import FoundationEssentials
import Logging
package import Supervision
import Timing

/// The call as a stage: what people who steer it want heard and done. Each effect is carried out within this call stack.
extension CallSession: ControlStage {
    package func perform(_ effect: SessionControl.Effect) {
        guard !isOver else { return }
        let now = Instant.monotonic()
        switch effect {
        case .say(let speech): tell(.say(ControlledSpeech(speech)), now: now)
        case .withdraw(let speech): tell(.withdraw(speech), now: now)
        case .silence(let boundary): tell(.silence(at: SpeechBoundary(boundary)), now: now)
        case .abandonAnswer: abandonAnswer(now: now)
        case .holdTurns(let isHolding): tell(.holdTurns(isHolding), now: now)
        case .quiet(let isQuiet): tell(.quiet(isQuiet), now: now)
        case .answer(let held, let bridge): takeUp(held, bridge, now: now)
        case .typed(let text, let command): type(text, command, now: now)
        case .end(let message, let reason, let isForced): conclude(message, reason: reason, isForced: isForced)
        case .remove(let attachment): remove(attachment)
        default: break
        }
    }

    /// The reply that comes all the same was never said.
    private func abandonAnswer(now: Instant) {
        asked = nil
        tell(.abandonAnswer, now: now)
    }

    /// The graph is asked with what was held; its answer begins with the bridge.
    private func takeUp(_ held: [HeldTurn], _ bridge: String?, now: Instant) {
        resumption = Resumption(held: (resumption?.held ?? []) + held, bridge: bridge ?? resumption?.bridge)
        tell(.answer, now: now)
    }

    private func type(_ text: String, _ command: String, now: Instant) {
        tell(.typed(text), now: now)
        desk?.tell(.carriedOut(command: command, failure: nil))
    }

    private func conclude(_ message: String?, reason: String, isForced: Bool) {
        endReason = reason
        guard outcome == nil, let message else { return end(.ended(reason: reason)) }
        tell(.conclude(message, isForced: isForced), now: .monotonic())
    }

    private func remove(_ attachment: String) {
        guard let identity = attendance.identity(of: attachment) else { return }
        guard let warden = services.warden else {
            return logger.warning(
                "nobody here may put people out of rooms", metadata: ["attachment": "\(attachment)"])
        }
        let (room, logger) = (invitation.room, logger)
        Task.detached {
            do {
                try await warden.remove(identity, from: room)
            } catch {
                logger.warning("not removed", metadata: ["attachment": "\(attachment)", "reason": "\(error)"])
            }
        }
    }

    // MARK: The desk

    /// Lets the call be steered, until the session is over or another process has it.
    func openDesk() -> Task<Void, Never> {
        let world = services.world
        let desk = ControlDesk(
            host, exchange: world.exchange, process: world.process, stage: self, clock: world.clock, logger: logger)
        self.desk = desk
        return Task.detached { [weak self, host] in
            do throws(HostError) {
                try await desk.run()
            } catch {
                // Whatever happens here must not be written into a session that is another process's.
                await host.leave()
                await self?.loseDesk(error)
            }
        }
    }

    private func loseDesk(_ error: HostError) {
        logger.error("the call cannot be steered, and ends", metadata: ["reason": "\(error)"])
        end(.failed("\(error)"))
    }

    /// Tells the desk how the call ended and lets it finish its books.
    func closeDesk(_ work: Task<Void, Never>, _ outcome: CallOutcome) async {
        desk?.tell(.ended(reason: outcome.reason))
        await work.value
        desk = nil
    }
}

extension ControlledSpeech {
    fileprivate init(_ speech: ControlSpeech) {
        self.init(
            id: speech.id, text: speech.text, priority: Priority(speech.priority),
            isInterruptible: speech.isInterruptible, endsCall: speech.endsCall, waitsForQuiet: speech.waitsForQuiet,
            isImmediate: speech.isImmediate, isMemorable: speech.isMemorable)
    }
}

extension ControlledSpeech.Priority {
    fileprivate init(_ priority: ControlSpeech.Priority) {
        switch priority {
        case .farewell: self = .farewell
        case .supervisor: self = .supervisor
        case .excuse: self = .excuse
        case .interrupt: self = .interrupt
        case .handoff: self = .handoff
        case .reply: self = .reply
        }
    }
}

extension SpeechBoundary {
    fileprivate init(_ boundary: SessionControl.Boundary) {
        switch boundary {
        case .frame: self = .frame
        case .sentence: self = .sentence
        }
    }
}
