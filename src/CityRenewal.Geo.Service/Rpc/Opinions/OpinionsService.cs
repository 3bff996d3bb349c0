using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Stores.GeoPackage;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Opinions;

/// <summary>Keeps opinions on findings and the answers to them.</summary>
internal sealed class OpinionsService(OpinionKeeping opinions, OpinionWordings wordings, PlanKeeping plans, Answered answered) : V1.Opinions.OpinionsBase
{
    public override Task<V1.Opinion> CreateOpinion(V1.CreateOpinionRequest request, ServerCallContext context)
    {
        var said = wordings.Read((request.Text, request.Reason, request.Author), needsReason: true, context);
        var on = (request.Area, request.Project, request.Rule);
        OpinionKeeping.RequireWhole(opinions.Read(request.Parent, "parent").Record);
        RequireFinding(plans.Read(request.Parent), on);
        return Task.FromResult(request.ValidateOnly
            ? Unwritten(request.Parent, OpinionKind.Opinion, null, on, said)
            : answered.Of(request.RequestId, request, context, receipt =>
                opinions.Append(request.Parent, request.Etag, path => PlanOpinions.Add(path, on, said), receipt)));
    }

    public override Task<V1.Opinion> AnswerOpinion(V1.AnswerOpinionRequest request, ServerCallContext context)
    {
        var said = wordings.Read((request.Text, request.Reason, request.Author), needsReason: false, context);
        return Task.FromResult(request.ValidateOnly
            ? Unwritten(request.Name, OpinionKind.Answer, said)
            : answered.Of(request.RequestId, request, context, receipt => Refer((request.Name, request.Etag), OpinionKind.Answer, said, receipt)));
    }

    public override Task<V1.Opinion> CorrectOpinion(V1.CorrectOpinionRequest request, ServerCallContext context)
    {
        var said = wordings.Read((request.Text, request.Reason, request.Author), needsReason: true, context);
        return Task.FromResult(request.ValidateOnly
            ? Unwritten(request.Name, OpinionKind.Correction, said)
            : answered.Of(request.RequestId, request, context, receipt => Refer((request.Name, request.Etag), OpinionKind.Correction, said, receipt)));
    }

    public override Task<V1.Opinion> GetOpinion(V1.GetOpinionRequest request, ServerCallContext context) => Task.FromResult(opinions.Find(request.Name));

    public override Task<V1.ListOpinionsResponse> ListOpinions(V1.ListOpinionsRequest request, ServerCallContext context)
    {
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, request.Parent + "/opinions");
        var (_, _, record, entries) = opinions.Read(request.Parent, "parent");
        var last = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var rest = entries.Where(entry => entry.Number > last).Take(size + 1).ToList();
        var answer = new V1.ListOpinionsResponse
        {
            NextPageToken = rest.Count > size ? Paging.Token(request.Parent + "/opinions", rest[size - 1].Number.ToString(CultureInfo.InvariantCulture)) : "",
            IsUntouched = record.BrokenAt is null,
            BrokenAt = record.BrokenAt ?? 0,
            RecordHash = record.LastHash,
            Disclaimer = MeasuredPlan.Disclaimer,
        };
        answer.Opinions.AddRange(rest.Take(size));
        return Task.FromResult(answer);
    }

    private V1.Opinion Refer((string Name, string Etag) to, OpinionKind kind, OpinionWording said, Receipt receipt)
    {
        Referable(to.Name, kind);
        var (plan, number) = OpinionKeeping.NumberOf(to.Name);
        return opinions.Append(plan, to.Etag, path => PlanOpinions.Refer(path, number, kind, said), receipt);
    }

    private V1.Opinion Unwritten(string name, OpinionKind kind, OpinionWording said)
    {
        var earlier = Referable(name, kind);
        var (plan, number) = OpinionKeeping.NumberOf(name);
        return Unwritten(plan, kind, number, (earlier.Area, earlier.Project, earlier.Rule), said);
    }

    private static V1.Opinion Unwritten(
        string plan, OpinionKind kind, int? refersTo, (string Area, string Project, string Rule) on, OpinionWording said) => OpinionMessages.ToMessage(
        plan,
        new Opinion
        {
            Number = 0, Kind = kind, RefersTo = refersTo, Area = on.Area, Project = on.Project, Rule = on.Rule, FindingHash = "", Text = said.Text,
            Reason = said.Reason, Author = said.Author, Time = said.Time,
        },
        FindingSince.Same, "");

    private V1.Opinion Referable(string name, OpinionKind kind)
    {
        var earlier = opinions.Find(name);
        OpinionKeeping.RequireWhole(opinions.Read(OpinionKeeping.NumberOf(name).Plan, "name").Record);
        return kind != OpinionKind.Correction || earlier.Kind != V1.OpinionKind.Answer ? earlier
            : throw new StateException("AN_ANSWER", $"{name} is an answer; answer it again instead of correcting it.");
    }

    private static void RequireFinding(V1.Plan plan, (string Area, string Project, string Rule) on)
    {
        if (plan.Findings.Any(finding => (finding.Area, finding.Project, finding.Rule) == on))
        {
            return;
        }

        var rules = plan.Findings.Where(finding => (finding.Area, finding.Project) == (on.Area, on.Project)).Select(finding => finding.Rule).ToList();
        var place = on.Project.Length > 0 ? $"'{on.Area}', project {on.Project}" : $"'{on.Area}'";
        throw new MissingException("NO_SUCH_FINDING", $"The plan {plan.Name} has no finding of the rule '{on.Rule}' on {place}. "
            + (plan.Findings.Count == 0 ? "It was made under no rules: propose it under a rule pack."
                : rules.Count == 0 ? $"Its areas are {string.Join(", ", plan.Areas.Take(12).Select(area => area.Id))}."
                : $"Its rules there are {string.Join(", ", rules)}."));
    }
}
