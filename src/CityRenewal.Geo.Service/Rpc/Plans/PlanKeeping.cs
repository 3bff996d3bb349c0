using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Keeps plans in the office: the GeoPackage that tools open, and the message that calls answer with.</summary>
internal sealed class PlanKeeping(CityShelf shelf, TimeProvider clock)
{
    private readonly PlanMessageShelf _messages = new();

    /// <summary>Keeps a plan.</summary>
    /// <param name="city">The city as the office keeps it.</param>
    /// <param name="plan">Its id, its title, who made it, and the plan that it is a version of.</param>
    /// <param name="made">The plan, measured, with what its file tells besides.</param>
    /// <param name="told">The plan as a message, and what its request may come again by.</param>
    /// <param name="cancel">Ends the work; nothing is kept then.</param>
    /// <returns>The message with what the office knows of it.</returns>
    /// <exception cref="OfficeConflictException">There is a plan of that id.</exception>
    public V1.Plan Keep(
        IOfficeCity city, (string Id, string Title, string Author, string From) plan, (MeasuredPlan Measured, PlanContent Content, Land.City City) made,
        (V1.Plan Message, Receipt Receipt) told, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = new OfficePlan(plan.Id, plan.Title, PlanState.Draft)
        {
            Author = plan.Author,
            From = plan.From,
            Created = now,
            Changed = now,
            DataVersion = made.Measured.Plan.DataVersion,
            LayersVersion = shelf.LayersVersionOf(city, made.Measured.Plan.DataVersion),
            RulePack = made.Measured.Rules?.Id ?? "",
            Areas = made.Measured.Plan.Areas.Count,
            OpenFindings = made.Measured.Findings.Count(finding => finding.IsOpen),
        };
        var message = told.Message;
        if (message.Limits is null && plan.From.Length > 0 && city.FindPlan(plan.From) is not null)
        {
            // A version is made under the limits of the plan that it is a version of.
            message.Limits = V1.Plan.Parser.ParseFrom(city.PlanMessage(plan.From)).Limits;
        }

        var content = message.ToByteArray();
        PlanHeads.Put(message, city, known);
        city.AddPlan(known, content, path => PlanFile.Write(path, made.City, made.Content, cancel), told.Receipt.For(message));
        return message;
    }

    /// <summary>Whether a run that the service did not live to end has kept its plan already: it is the same.</summary>
    public static bool IsKept(IOfficeCity city, string plan, RunContext run) =>
        run.IsAgain && city.FindPlan(plan) is { } known && known.Author == run.Caller;

    /// <summary>A plan by its name, whole.</summary>
    /// <exception cref="MissingException">There is none of that name.</exception>
    public V1.Plan Read(string name)
    {
        var (city, plan) = Find(name);
        return PlanHeads.Put(_messages.Of(city, plan), city, plan);
    }

    /// <summary>What the office knows of a plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="field">The field that the name stands in.</param>
    /// <exception cref="MissingException">There is none of that name.</exception>
    public (IOfficeCity City, OfficePlan Plan) Find(string name, string field = "name")
    {
        var ids = ResourceNames.Ids(name, field, "cities", "plans");
        var city = CityRequests.Kept(shelf, ids[0]);
        return (city, city.FindPlan(ids[1]) ?? throw new MissingException("NO_SUCH_PLAN", $"The city {ids[0]} has no plan {ids[1]}; list its plans to see which there are."));
    }

    /// <summary>Changes what the office knows of a plan.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="etag">The etag as the caller saw it; empty takes any.</param>
    /// <param name="change">What becomes of it.</param>
    public V1.Plan Change(string name, string etag, Func<OfficePlan, OfficePlan> change)
    {
        var (city, plan) = Find(name);
        var changed = city.ChangePlan(plan.Id, PlanHeads.RevisionOf(etag), known => change(known) with { Changed = clock.GetUtcNow() });
        return PlanHeads.Put(new V1.Plan(), city, changed);
    }
}
