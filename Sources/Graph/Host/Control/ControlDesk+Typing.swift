import Conversation
import Document
import FoundationEssentials
import Supervision

/// People who type in the agent's place.
extension ControlDesk {
    /// An event as the control is to see it. In a chat there is no other way to speak than to type: what whoever took over
    /// wants said is typed.
    func adapted(_ event: SessionControl.Event) -> SessionControl.Event {
        guard case .command(let command, let sequence) = event else { return event }
        switch command.body {
        case .chat:
            typists[command.id] = command.principal
            return event
        case .say(let text, _, _, _) where host.channel == .chat && speaksForAgent(command.principal):
            typists[command.id] = command.principal
            let typed = Command(
                id: command.id, session: command.session, by: command.principal, .chat(text),
                precondition: command.precondition, at: command.createdAt,
                timeToLive: command.expiry.timeIntervalSince(command.createdAt), request: command.request)
            return .command(typed, sequence: sequence)
        default: return event
        }
    }

    /// Whether somebody talks in the agent's place.
    func speaksForAgent(_ principal: Principal) -> Bool {
        control.mode == .human(by: principal.id) && principal.role != .caller
    }

    /// Whoever takes a chat over needs no microphone: they are there at once.
    func takeSeat(_ fields: [String: JSON]) {
        guard host.channel == .chat, fields["phase"] == "offered", let attachment = fields["attachment_id"]?.string
        else { return }
        tell(.trackBegan(attachment: attachment))
    }
}
