"""The files of compose/: consistent with each other and with the program, as far as that can be told without an engine for containers."""

import json
import pathlib
import re
import subprocess
import zipfile

import jsonschema
import pytest
import yaml

ROOT = pathlib.Path(__file__).parent.parent.parent
COMPOSE = ROOT / "compose"


def text(name):
    return (COMPOSE / name).read_text()


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(text("docker-compose.yml"))


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    """The Compose specification's own schema, out of the package of the last implementation in Python."""
    folder = tmp_path_factory.mktemp("compose")
    subprocess.run(
        [str(ROOT / ".venv/bin/python"), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--dest", str(folder), "docker-compose==1.29.2"], check=True, timeout=120)
    wheel = zipfile.ZipFile(next(folder.glob("*.whl")))
    return json.loads(wheel.read("compose/config/compose_spec.json"))


def test_it_is_what_the_specification_allows(compose, schema):
    # Younger than that implementation: a project's name, secrets from the environment, and anchors' own keys.
    known = {key: value for key, value in compose.items() if key != "name" and not key.startswith("x-")}
    known["secrets"] = {name: {"external": True} for name in compose["secrets"]}
    jsonschema.Draft7Validator(schema).validate(known)


def test_every_variable_is_in_the_example_and_has_no_default_that_is_a_secret():
    example = dict(line.split("=", 1) for line in text(".env.example").splitlines() if line and not line.startswith("#"))
    wanted = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", text("docker-compose.yml")))
    assert wanted == set(example)
    for name, value in example.items():
        if re.search("SECRET|PASSWORD|TOKEN|KEY", name):
            assert value == "", name
            assert f"${{{name}:?" in text("docker-compose.yml"), f"{name} must be refused when it is not set"


def test_every_service_is_watched_pinned_and_started_again(compose):
    for name, service in compose["services"].items():
        assert service["healthcheck"]["test"], name
        assert service["restart"] == "unless-stopped", name
        if not service["image"].startswith("parley:"):
            assert re.fullmatch(r"[a-z/.-]+:v?[0-9].*", service["image"]), f"{name} is not pinned"


def test_what_holds_data_is_not_reached_from_outside(compose):
    assert compose["networks"]["inside"]["internal"] is True
    for name in ["redis", "postgres", "prometheus", "worker"]:
        assert "ports" not in compose["services"][name], name
        assert "edge" not in compose["services"][name]["networks"], name


def test_every_file_and_name_that_is_mentioned_is_there(compose):
    services = compose["services"]
    for name, service in services.items():
        assert set(service.get("depends_on", {})) <= set(services), name
        assert set(service["networks"]) <= set(compose["networks"]), name
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert (COMPOSE / source).exists() if source.startswith(".") else source in compose["volumes"], volume
    for value in [services["api"]["environment"]["DATABASE_URL"], services["api"]["environment"]["REDIS_URL"],
                  services["livekit"]["environment"]["REDIS_HOST"]]:
        assert re.search(r"@?(\w+):\d+", value).group(1) in set(services) | {"postgresql"}


def test_the_image_holds_what_the_set_up_installs():
    setup = re.search(r"packages=\((.*?)\)", (ROOT / "Scripts/setup").read_text(), re.S).group(1).split()
    dockerfile = text("Dockerfile")
    for package in setup:
        assert package in dockerfile, package
    for line in re.findall(r"^COPY (?!--from)(.*)$", dockerfile, re.M):
        for source in line.split()[:-1]:
            assert (ROOT / source).exists(), source
    assert "USER parley" in dockerfile


def test_the_commands_understand_their_options(compose, binary):
    for name in ["api", "worker"]:
        command = [re.sub(r"\$\{[A-Z_]+:-(.*?)\}", r"\1", part) for part in compose["services"][name]["command"]]
        assert command[0] == "parley"
        help = subprocess.run([binary, command[1], "--help"], capture_output=True, text=True, check=True).stdout
        for option in [part for part in command if part.startswith("--")]:
            assert option in help, option


def test_the_rooms_listen_where_the_others_look(compose):
    rooms = yaml.safe_load(text("livekit.yaml"))
    ports = {port.split(":")[-1] for port in compose["services"]["livekit"]["ports"]}
    assert str(rooms["port"]) in ports and str(rooms["rtc"]["tcp_port"]) in ports
    assert f'{rooms["rtc"]["port_range_start"]}-{rooms["rtc"]["port_range_end"]}/udp' in ports
    assert compose["services"]["api"]["environment"]["LIVEKIT_URL"].endswith(f':{rooms["port"]}')


def test_measurements_are_scraped_where_they_are_offered(compose):
    jobs = yaml.safe_load(text("prometheus/prometheus.yml"))["scrape_configs"]
    for job in jobs:
        for target in job["static_configs"][0]["targets"]:
            host, port = target.split(":")
            assert host in set(compose["services"]) | {"localhost"}, target
    command = compose["services"]["api"]["command"]
    assert jobs[0]["static_configs"][0]["targets"] == [f'api:{command[command.index("--port") + 1]}']


def names_in(expression):
    """The names of measurements in a PromQL expression, without what histograms add."""
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\bby \([^)]*\)", "", expression)
    words = set(re.findall(r"\b[a-z][a-z_]+[a-z]\b", bare)) - {"histogram_quantile", "sum", "rate", "max", "by", "up"}
    return {re.sub("_(bucket|count|sum)$", "", word) for word in words}


def test_the_dashboard_and_the_alerts_ask_for_measurements_that_there_are():
    dashboard = json.loads(text("grafana/dashboards/parley.json"))
    source = yaml.safe_load(text("grafana/provisioning/datasources/prometheus.yml"))["datasources"][0]
    asked = set()
    for panel in dashboard["panels"]:
        assert panel["datasource"]["uid"] == source["uid"]
        for target in panel["targets"]:
            asked |= names_in(target["expr"])
    for group in yaml.safe_load(text("prometheus/alerts.yml"))["groups"]:
        for rule in group["rules"]:
            asked |= names_in(rule["expr"])
    code = "\n".join(path.read_text() for path in (ROOT / "Sources").rglob("*.swift"))
    for name in asked:
        assert f'"{name}"' in code, f"{name} is measured nowhere"


def test_the_dashboards_panels_do_not_overlap():
    taken = set()
    for panel in json.loads(text("grafana/dashboards/parley.json"))["panels"]:
        place = panel["gridPos"]
        cells = {(x, y) for x in range(place["x"], place["x"] + place["w"])
                 for y in range(place["y"], place["y"] + place["h"])}
        assert not cells & taken, panel["title"]
        assert place["x"] + place["w"] <= 24, panel["title"]
        taken |= cells
