package import Conversation
package import Host
package import Supervision

/// The conversations of this process, and through the exchange those of others.
extension Reception: Conversations {
    package func answer(
        _ message: String, in session: SessionSummary, by principal: Principal
    ) async throws -> ChatReply {
        do {
            return try await answer(message, in: session.id, by: principal, channel: session.channel)
        } catch HostError.ended {
            throw Problem.ended(nil)
        } catch HostError.expired {
            throw Problem.ended("expired")
        } catch HostError.elsewhere {
            throw Problem.elsewhere
        } catch HostError.overloaded {
            throw Problem.busy
        } catch HostError.unavailable {
            throw Problem.unheld
        }
    }

    package func tidy() async {
        await expire()
    }
}
