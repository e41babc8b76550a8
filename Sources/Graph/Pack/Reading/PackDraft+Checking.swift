import Conversation
import Document

extension PackDraft {
    /// Compares the files with each other and with what there is.
    func check(_ problems: inout PackProblems) {
        unique(business?.source["resources"].elements ?? [], ["name"], &problems[.business])
        unique(services?.map(\.source) ?? [], ["name"], &problems[.services])
        unique(models?.map(\.source) ?? [], ["make", "model"], &problems[.models])
        unique(inventory?.map(\.source) ?? [], ["stock_number"], &problems[.inventory])
        unique(customers?.map(\.source) ?? [], ["phone"], &problems[.customers])
        unique(questions?.map(\.source) ?? [], ["question"], &problems[.faq])
        unique(tools?.map(\.source) ?? [], ["name"], &problems[.tools])
        checkNeeds(&problems)
        checkPrices(&problems[.services])
        checkTestDrives(&problems)
        checkCars(&problems[.inventory])
        checkQuestions(&problems[.faq])
        checkTools(&problems[.tools])
    }

    /// Rows that are the same in some keys.
    private func unique(_ rows: [DocumentValue], _ keys: [String], _ problems: inout DocumentProblems) {
        var first: [[String]: DocumentValue] = [:]
        for row in rows {
            let values = keys.map { row[$0].string ?? "" }
            if let other = first[values] {
                let line = other.position.map { ", first in line \($0.line)" } ?? ""
                problems.report("\(values.joined(separator: " ").quotedBriefly) stands twice\(line)", at: row[keys[0]])
            } else {
                first[values] = row
            }
        }
    }

    /// What a service needs, somebody must be able to do: for each need another.
    private func checkNeeds(_ problems: inout PackProblems) {
        for service in services ?? [] { check(needs: service.source["needs"], &problems[.services]) }
        if let business { check(needs: business.source["test_drive"]["needs"], &problems[.business]) }
    }

    private func check(needs: DocumentValue, _ problems: inout DocumentProblems) {
        guard let resources = business?.record.resources else { return }
        let skills = Set(resources.flatMap(\.skills)).sorted()
        var counts: [String: Int] = [:]
        for need in needs.elements {
            let skill = need.string ?? ""
            counts[skill, default: 0] += 1
            let able = resources.count { $0.skills.contains(skill) }
            if able == 0 {
                problems.report(
                    "is a skill nobody has\(Spelling.hint(for: skill, among: skills))", at: need)
            } else if counts[skill] == able + 1 {
                problems.report("needs more of \(skill) than the \(able) there are", at: need)
            }
        }
    }

    private func checkPrices(_ problems: inout DocumentProblems) {
        for service in services ?? [] where service.record.offer.priceMin > service.record.offer.priceMax {
            problems.report("is more than price_max", at: service.source["price_min"])
        }
    }

    private func checkTestDrives(_ problems: inout PackProblems) {
        guard let business, business.record.appointmentTypes.contains(.testDrive) else { return }
        if business.record.testDrive == nil {
            problems[.business].report("is missing, but test drives can be booked", at: business.source["test_drive"])
        }
        if inventory?.isEmpty ?? !problems.hasFault(in: .inventory) {
            problems[.business].report(
                "offers test drives, but inventory.yaml has no cars", at: business.source["appointment_types"])
        }
    }

    /// A car nobody can name is never sold.
    private func checkCars(_ problems: inout DocumentProblems) {
        guard let models else { return }
        let known = models.map(\.record.name.full)
        for car in inventory ?? [] {
            let name = "\(car.record.make) \(car.record.model)"
            guard !known.contains(name) else { continue }
            problems.report(
                "\(name.quotedBriefly) is not in models.yaml\(Spelling.hint(for: name, among: known))",
                at: car.source["model"])
        }
    }

    /// Words that ask for two things at once answer neither.
    private func checkQuestions(_ problems: inout DocumentProblems) {
        var owners: [String: String] = [:]
        for question in questions ?? [] {
            let category = question.record.entry.category
            for ask in question.source["asks"].elements {
                if let other = owners.updateValue(category, forKey: ask.string ?? ""), other != category {
                    problems.report("asks for \(other) already", at: ask)
                }
            }
        }
    }

    private func checkTools(_ problems: inout DocumentProblems) {
        if let tools, let types = business?.record.appointmentTypes {
            let listed = tools.map(\.record.name)
            for name in PackTool.required(for: types) where !listed.contains(name) {
                problems.report("lacks \(name), which the conversation uses", line: nil)
            }
        }
        for tool in tools ?? [] {
            let name = tool.record.name
            guard let isWriting = PackTool.known[name] else {
                let hint = Spelling.hint(for: name, among: PackTool.known.keys.sorted())
                problems.report("\(name.quotedBriefly) is not a tool there is\(hint)", at: tool.source["name"])
                continue
            }
            for key in tool.record.peopleKeys where !isWriting {
                problems.report("is for tools that change something; \(name) only reads", at: tool.source[key])
            }
            for key in tool.record.idleKeys where isWriting {
                problems.report("is for tools with the policy approve", at: tool.source[key])
            }
        }
    }
}
