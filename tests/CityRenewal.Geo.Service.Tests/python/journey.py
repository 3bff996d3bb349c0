"""The planner's and the chief planner's whole way through the service, with a tool that knows nothing of it but its contract.

usage: journey.py grpcio|curl|buf GRPC_HOST:PORT JSON_URL DESCRIPTOR_SET [BUF]
Prints one JSON object of what it met on the way; ends with a message and code 1 where a step is not answered as it should be.
"""
import json
import subprocess
import sys
import tempfile

PACKAGE = "cityrenewal.geo.v1"
CITY = "cities/sample"


class Curl:
    """The JSON form, over HTTP/1.1."""

    def __init__(self, url):
        self.url = url

    def call(self, service, method, verb, path, body, bound=None):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as sent:
            json.dump(body, sent)
            sent.flush()
            command = ["curl", "--silent", "--show-error", "--fail-with-body", "-X", verb, self.url.rstrip("/") + path]
            if verb != "GET":
                command += ["-H", "content-type: application/json", "--data", "@" + sent.name]
            done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            raise SystemExit(f"{method}: {done.stdout.decode(errors='replace')[:600]} {done.stderr.decode()[:200]}")
        try:
            return json.loads(done.stdout)
        except ValueError:
            return {"bytes": len(done.stdout)}


class Buf:
    """gRPC over HTTP/2, the contract by reflection."""

    def __init__(self, host, buf):
        self.host, self.buf = host, buf

    def call(self, service, method, verb, path, body, bound=None):
        request = json.dumps({**body, **(bound or {})})
        command = [self.buf, "curl", "--protocol", "grpc", "--http2-prior-knowledge", "--data", "@-",
                   f"http://{self.host}/{service if '.' in service else PACKAGE + '.' + service}/{method}"]
        done = subprocess.run(command, input=request.encode(), capture_output=True, check=False)
        if done.returncode:
            raise SystemExit(f"{method}: {done.stderr.decode(errors='replace')[:800]}")
        answer = json.loads(done.stdout)
        return {"bytes": len(answer["data"])} if {"contentType", "data"} <= set(answer) else answer


class Grpcio:
    """gRPC by Debian's grpcio, messages made of the descriptors."""

    def __init__(self, host, descriptors):
        import grpc
        from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
        files = descriptor_pb2.FileDescriptorSet()
        with open(descriptors, "rb") as source:
            files.ParseFromString(source.read())
        self.pool, self.format = descriptor_pool.DescriptorPool(), json_format
        for file in files.file:
            self.pool.Add(file)
        self.factory = message_factory.MessageFactory(self.pool)
        self.channel = grpc.insecure_channel(host, options=[("grpc.max_receive_message_length", 256 << 20)])

    def call(self, service, method, verb, path, body, bound=None):
        service = service if "." in service else f"{PACKAGE}.{service}"
        of = self.pool.FindServiceByName(service).FindMethodByName(method)
        request = self.format.ParseDict({**body, **(bound or {})}, self.factory.GetPrototype(of.input_type)(), descriptor_pool=self.pool)
        answer = self.channel.unary_unary(
            f"/{service}/{method}", request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=self.factory.GetPrototype(of.output_type).FromString)(request, timeout=300)
        if of.output_type.full_name == "google.api.HttpBody":
            return {"bytes": len(answer.data)}
        return self.format.MessageToDict(answer, descriptor_pool=self.pool)


def planner(tool, tag):
    """Checks the city, proposes, draws, edits, hands in."""
    report = tool.call("Cities", "CheckCity", "POST", f"/v1/{CITY}:check", {}, {"name": CITY})
    begun = tool.call("Plans", "ProposePlans", "POST", f"/v1/{CITY}/plans:propose", {"planId": f"proposed-{tag}", "title": "方案"}, {"parent": CITY})
    done = tool.call("google.longrunning.Operations", "WaitOperation", "POST", f"/v1/{begun['name']}:wait", {"timeout": "200s"}, {"name": begun["name"]})
    proposed = done["response"]["plans"][0]
    plan = tool.call("Plans", "GetPlan", "GET", f"/v1/{proposed}", {}, {"name": proposed})
    area = max(plan["areas"], key=lambda each: len(each["parcels"]))
    drawn = tool.call("Plans", "CreatePlan", "POST", f"/v1/{CITY}/plans", {
        "planId": f"drawn-{tag}", "title": "手绘片区", "rulePack": "rulePacks/chongqing-2025",
        "areas": [{"id": "A1", "parcels": area["parcels"]}]}, {"parent": CITY})
    session = tool.call("Edits", "CreateEditSession", "POST", f"/v1/{CITY}/editSessions", {"plan": drawn["name"]}, {"parent": CITY})
    edit = {"remove": {"area": "A1", "parcels": [area["parcels"][0]]}}
    outcome = tool.call("Edits", "ApplyEdit", "POST", f"/v1/{session['name']}:apply", edit, {"name": session["name"]})
    change = outcome["changes"][0]
    assert change["after"]["netAreaM2"] < change["before"]["netAreaM2"], "removing a parcel leaves less land"
    tool.call("Edits", "UndoEdit", "POST", f"/v1/{session['name']}:undo", {}, {"name": session["name"]})
    tool.call("Edits", "RedoEdit", "POST", f"/v1/{session['name']}:redo", {}, {"name": session["name"]})
    saved = tool.call("Edits", "SaveEditSession", "POST", f"/v1/{session['name']}:save", {"planId": f"edited-{tag}", "title": "第二稿"}, {"name": session["name"]})
    submitted = tool.call("Plans", "SubmitPlan", "POST", f"/v1/{saved['name']}:submit", {"etag": saved["etag"]}, {"name": saved["name"]})
    assert submitted["state"] == "PLAN_STATE_SUBMITTED", submitted["state"]
    return {"drawn": drawn["name"], "edited": saved["name"], "defects": len(report.get("defects", [])), "areas": len(plan["areas"])}


def chief(tool, tag, made):
    """Reads the findings, compares, writes an opinion, takes the answer, gets report and dossier, registers, closes."""
    name = made["edited"]
    plan = tool.call("Plans", "GetPlan", "GET", f"/v1/{name}", {}, {"name": name})
    finding = plan["findings"][0]
    compared = tool.call(
        "Comparisons", "ComparePlans", "GET", f"/v1/{CITY}/plans:compare?oldPlan={made['drawn']}&newPlan={name}", {},
        {"parent": CITY, "oldPlan": made["drawn"], "newPlan": name})
    reviewed = tool.call("Reviews", "ReviewPlan", "POST", f"/v1/{name}:review", {}, {"name": name})
    opinion = tool.call("Opinions", "CreateOpinion", "POST", f"/v1/{name}/opinions", {
        "area": finding["area"], "rule": finding["rule"], "text": "请补充说明", "reason": "边界临近", "author": "总规划师"}, {"parent": name})
    tool.call("Opinions", "AnswerOpinion", "POST", f"/v1/{opinion['name']}:answer", {"text": "已补充", "author": "规划师"}, {"name": opinion["name"]})
    opinions = tool.call("Opinions", "ListOpinions", "GET", f"/v1/{name}/opinions", {}, {"parent": name})
    report = tool.call("Reports", "WriteReport", "POST", f"/v1/{name}:writeReport", {"report": {"form": "REPORT_FORM_HTML"}}, {"name": name})
    dossier = tool.call("Dossiers", "WriteDossier", "POST", f"/v1/{name}:writeDossier", {}, {"name": name})
    entry = tool.call("Registers", "CreateEntry", "POST", f"/v1/{CITY}/register/entries", {
        "entryId": f"E-{tag}", "planArea": f"{name}/areas/A1", "document": f"渝更〔2026〕{tag}",
        "date": {"year": 2026, "month": 11, "day": 26}, "baselineDate": {"year": 2026, "month": 1, "day": 1}}, {"parent": f"{CITY}/register"})
    closed = tool.call("Plans", "CloseReview", "POST", f"/v1/{name}:closeReview", {}, {"name": name})
    assert closed["state"] == "PLAN_STATE_REVIEWED", closed["state"]
    return {
        "findings": len(plan["findings"]), "is_nothing": compared.get("isNothing", False), "reviewed": len(reviewed["areas"]) if "areas" in reviewed else 1,
        "opinions": len(opinions["opinions"]), "report_bytes": report["bytes"], "dossier_bytes": dossier["bytes"], "entry": entry["name"],
    }


def main(kind, host, url, descriptors, buf=""):
    tool = {"grpcio": lambda: Grpcio(host, descriptors), "curl": lambda: Curl(url), "buf": lambda: Buf(host, buf)}[kind]()
    made = planner(tool, kind)
    print(json.dumps({**made, **chief(tool, kind, made)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
