package import Conversation
package import FoundationEssentials

extension Database {
    /// Runs a tool. What goes wrong becomes an answer, so that the conversation can say so.
    ///
    /// - Parameter session: Whose ledger a writing call goes to.
    package func answer(_ request: ToolRequest, of session: String = "", now: Date) async -> ToolAnswer {
        do throws(StoreError) {
            return try await run(request, of: session, now: now)
        } catch .slotTaken(let nearest) {
            return .slotTaken(nearest: nearest)
        } catch {
            return .failed(error.description)
        }
    }

    private func run(
        _ request: ToolRequest, of session: String, now: Date
    ) async throws(StoreError) -> ToolAnswer {
        switch request {
        case .searchFAQ(let query, let category): .faq(try await searchFAQ(query, category: category))
        case .listServices(let name): .services(try await services(named: name))
        case .searchInventory(let query): .inventory(try await inventory(query))
        case .getCustomer(let phone): .customer(try await customer(phone: phone, now: now))
        case .checkAvailability(let query): .times(try await availability(query, now: now))
        case .bookAppointment(let order):
            .appointment(try await book(checked(order, .service), of: session, now: now))
        case .bookTestDrive(let order):
            .appointment(try await book(checked(order, .testDrive), of: session, now: now))
        case .reschedule(let change): .appointment(try await reschedule(change, of: session, now: now))
        case .cancel(let change): .appointment(try await cancel(change, of: session, now: now))
        }
    }

    /// Throws `invalid` when a tool is given the other tool's order.
    private func checked(_ order: BookingOrder, _ type: AppointmentType) throws(StoreError) -> BookingOrder {
        guard order.type == type else { throw .invalid("order: it is for another tool") }
        return order
    }
}
