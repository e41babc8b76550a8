package import Conversation
package import FoundationEssentials

extension Database {
    /// Runs a tool. What goes wrong becomes an answer, so that the conversation can say so.
    package func answer(_ request: ToolRequest, now: Date) async -> ToolAnswer {
        do throws(StoreError) {
            return try await run(request, now: now)
        } catch .slotTaken {
            return .slotTaken(nearest: [])
        } catch {
            return .failed(error.description)
        }
    }

    private func run(_ request: ToolRequest, now: Date) async throws(StoreError) -> ToolAnswer {
        switch request {
        case .searchFAQ(let query, let category): .faq(try await searchFAQ(query, category: category))
        case .listServices(let name): .services(try await services(named: name))
        case .searchInventory(let query): .inventory(try await inventory(query))
        case .getCustomer(let phone): .customer(try await customer(phone: phone).map { CustomerRecord(customer: $0) })
        case .checkAvailability(let query):
            .times(try await availability(on: query.day, for: query.type, query.subject))
        case .bookAppointment(let order), .bookTestDrive(let order): .appointment(try await book(order, now: now))
        case .reschedule, .cancel: .failed("not here yet")
        }
    }
}
