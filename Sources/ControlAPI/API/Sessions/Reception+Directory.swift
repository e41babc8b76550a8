package import Conversation
package import Host

/// The conversations of this process: a chat and a voice call of one session share their host.
extension Reception: SessionDirectory {
    package func answer(_ message: String, in session: SessionSummary) async throws -> ChatAnswer {
        do {
            if session.channel == .voice, try await isElsewhere(session.id) { throw Problem.elsewhere }
            let host = try await open(session.channel, id: session.id, room: session.room)
            let reply = try await host.reply(to: message)
            let state = await host.state
            if reply.endsCall, host.channel == .chat { await close(session.id, reason: "goodbye") }
            return ChatAnswer(response: reply.text, state: state)
        } catch HostError.ended {
            throw Problem.ended(nil)
        } catch HostError.expired {
            throw Problem.ended("expired")
        } catch HostError.overloaded {
            throw Problem.busy
        }
    }

    package func tidy() async {
        await expire()
    }
}
