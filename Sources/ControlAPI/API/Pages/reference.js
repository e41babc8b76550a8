// The reference page: what /openapi.json and /asyncapi.json say, for people.

import { element, make, tell } from "./elements.js";
import { members } from "./schema-view.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

async function read(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return response.json();
}

/** The operations by chapter, in the document's order. */
function chapters(document) {
    const found = new Map(document.tags.map((tag) => [tag.name, []]));
    for (const [path, item] of Object.entries(document.paths)) {
        for (const method of METHODS.filter((name) => item[name])) {
            const operation = item[method];
            found.get(operation.tags[0])?.push({ method, path, ...operation });
        }
    }
    for (const list of found.values()) list.sort((one, other) => one.path.localeCompare(other.path));
    return found;
}

function section(title, ...content) {
    const made = make("section");
    made.append(make("h3", "", title), ...content);
    return made;
}

function card(id, method, path, what, inside) {
    const details = make("details", "card operation"), summary = make("summary");
    details.id = id;
    summary.append(make("span", `method ${method}`, method), make("code", "path", path), make("span", "what", what));
    const body = make("div", "inside");
    body.append(...inside.filter(Boolean));
    details.append(summary, body);
    return details;
}

function operationCard(operation) {
    const roles = operation["x-roles"];
    const parameters = { properties: {}, required: [] };
    for (const parameter of operation.parameters ?? []) {
        parameters.properties[parameter.name] = { ...parameter.schema, description: parameter.description };
        if (parameter.required) parameters.required.push(parameter.name);
    }
    const body = operation.requestBody?.content["application/json"].schema;
    return card(operation.operationId, operation.method, operation.path, operation.summary, [
        section("Who", make("p", "", roles ? roles.join(", ") : "everybody")),
        operation.parameters && section("Parameters", members(parameters)),
        body && section("Body", members(body)),
        section("Answers", statuses(operation.responses)),
    ]);
}

function statuses(responses) {
    const list = make("div", "statuses");
    for (const [status, response] of Object.entries(responses).sort()) {
        const item = make("div", status < "400" ? "" : "bad");
        item.append(make("span", "code", status), " ", make("span", "", response.description));
        const schema = response.content?.["application/json"]?.schema;
        if (schema?.properties) item.append(members(schema));
        list.append(item);
    }
    return list;
}

function frameCard(message) {
    const fromClient = message.id.startsWith("client_");
    const profiles = message["x-profiles"].includes("seed") ? "both profiles" : "the extended profile";
    const way = fromClient ? "client" : "server";
    return card(`frame-${message.id}`, way, message.name, `${message.summary} (${profiles})`, [
        section(fromClient ? "The client sends" : "The server sends", members(message.payload)),
    ]);
}

function chapter(title, cards) {
    const made = make("section", "chapter"), id = `chapter-${title.toLowerCase().replaceAll(" ", "-")}`;
    made.id = id;
    made.append(make("h2", "", title), ...cards);
    const link = make("a", "", title), item = make("li");
    link.href = `#${id}`;
    item.append(link);
    element("chapters").append(item);
    element("operations").append(made);
}

/** Shows what holds the words that were typed, and the chapters that have any. */
function search(words) {
    const wanted = words.toLowerCase().trim();
    for (const section of document.querySelectorAll(".chapter")) {
        let any = false;
        for (const card of section.querySelectorAll(".operation")) {
            card.hidden = wanted !== "" && !card.querySelector("summary").textContent.toLowerCase().includes(wanted);
            any ||= !card.hidden;
        }
        section.hidden = !any;
    }
}

function openNamed() {
    const named = document.getElementById(location.hash.slice(1));
    if (named?.matches("details")) named.open = true;
    named?.scrollIntoView();
}

try {
    const [api, feeds] = await Promise.all([read("/openapi.json"), read("/asyncapi.json")]);
    tell(element("lead"), `${api.info.description} ${feeds.info.description}`);
    for (const [title, operations] of chapters(api)) chapter(title, operations.map(operationCard));
    const messages = Object.entries(feeds.components.messages).map(([id, message]) => ({ id, ...message }));
    chapter("Frames", messages.sort((one, other) => one.id.localeCompare(other.id)).map(frameCard));
    element("search").addEventListener("input", (event) => search(event.target.value));
    addEventListener("hashchange", openNamed);
    openNamed();
} catch (error) {
    tell(element("lead"), `The reference could not be read. ${error.message}`);
}
