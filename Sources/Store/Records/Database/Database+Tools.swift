package import Conversation
package import FoundationEssentials

extension Database {
    /// Runs a tool. What goes wrong becomes an answer, so that the conversation can say so.
    package func answer(_ request: ToolRequest, now: Date) async -> ToolAnswer {
        do throws(StoreError) {
            return try await run(request, now: now)
        } catch .slotTaken {
            return .slotTaken
        } catch {
            return .failed(error.description)
        }
    }

    private func run(_ request: ToolRequest, now: Date) async throws(StoreError) -> ToolAnswer {
        switch request {
        case .searchFAQ(let query, let category): .faq(try await searchFAQ(query, category: category))
        case .listServices(let name): .services(try await services(named: name))
        case .findVehicle(let model): .vehicles(try await vehicles(model: model))
        case .getCustomer(let phone): .customer(try await customer(phone: phone))
        case .availability(let day, let type, let subject):
            .times(try await availability(on: day, for: type, subject))
        case .bookAppointment(let order): .booked(try await book(order, now: now))
        }
    }
}
