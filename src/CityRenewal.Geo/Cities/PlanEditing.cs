using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Cities;

/// <summary>Edit sessions on the work on a city, and the measured plan of what was edited.</summary>
public static class PlanEditing
{
    /// <summary>Begins a session on a plan that was made from this city.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Ends the work.</param>
    public static EditSession Open(CityWork work, MeasuredPlan plan, CancellationToken cancel = default) =>
        Open(work, (plan.Plan.Options, plan.Rules), EditStart.From(plan.Plan, work.City), cancel: cancel);

    /// <summary>Begins a session on areas made of whole parcels.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="under">Options, and the rules; null judges by none.</param>
    /// <param name="start">The areas.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ProposalOptionsException">Lists everything that is wrong with the options.</exception>
    /// <exception cref="EditException">Lists everything that is wrong with the areas.</exception>
    public static EditSession Open(
        CityWork work, (ProposalOptions Options, RulePack? Rules) under, EditStart start,
        IProgress<Shapes.WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        ProposalOptionChecks.Require(under.Options, work.City);
        var facts = work.Facts(progress, cancel);
        var options = work.WithTolerances(under.Options, progress, cancel);
        var graph = work.Graph(new GraphOptions(options.StreetWidth, options.MinimumContact), progress, cancel);
        progress?.Report(new Shapes.WorkProgress("opening the plan", 0));
        var ground = EditGround.Of(new ProposalGround(work.City, work.Fabric(progress, cancel), graph, facts, options) { Tolerances = work.LazyTolerances }, under.Rules, cancel);
        return EditSession.Open(ground, start, cancel);
    }

    /// <summary>Begins a session on boundaries that were reviewed: nothing is proposed for their buildings until somebody does.</summary>
    /// <param name="review">The review; parcels without land of their own are left out.</param>
    /// <param name="work">The work on the city.</param>
    /// <param name="options">Options of the review.</param>
    /// <param name="cancel">Ends the work.</param>
    public static EditSession Open(BoundaryReview review, CityWork work, ProposalOptions options, CancellationToken cancel = default)
    {
        var net = Delineation.NetAreas.Of(work.Fabric(cancel: cancel));
        var areas = review.Boundaries.Select(boundary => (
            boundary.Id, (IReadOnlyList<string>)[.. boundary.Parcels.Where(parcel => net[parcel] > 0).Select(parcel => work.City.Parcels.Ids[parcel])]));
        return Open(work, (options, review.Pack), new EditStart { Areas = [.. areas] }, cancel: cancel);
    }

    /// <summary>Measures an edited plan whole, afresh from the parcels, as a plan that was just proposed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The plan, and the work on the city with its split parcels.</returns>
    public static (MeasuredPlan Plan, CityWork Work) Measure(EditSession session, CancellationToken cancel = default)
    {
        var ground = session.Ground.Plan;
        var work = CityWork.On(ground);
        return (MeasuredPlan.Of(session.ToPlan(), work, cancel), work);
    }

    /// <summary>
    /// Says why every parcel of an edited plan is in or out, as of any plan. Where the plan holds what no search could find
    /// (half of a group, a parcel that is locked out) it has no reasons: a note says which parcels are to blame.
    /// </summary>
    /// <param name="edited">The measured plan.</param>
    /// <param name="work">The work on the city with its split parcels.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The plan, with the note where it has no reasons, and the reasons.</returns>
    public static (MeasuredPlan Plan, PlanReasons? Reasons) Explain(
        MeasuredPlan edited, CityWork work, IProgress<Shapes.WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        try
        {
            return (edited, work.Explain(edited.Judged, progress, cancel));
        }
        catch (ProposalOptionsException refusal)
        {
            var (first, count) = (refusal.Problems[0], refusal.Problems.Count);
            return (edited.Noted(new PlanNote(
                "edited_not_explained",
                $"The plan has no reasons: it holds what no search could find. {first.Value}: {first.Message}{(count > 1 ? $" There are {count - 1} more of the kind." : "")}",
                $"本方案不附原因说明:其中有搜索无法得到的内容。{first.Value}:{(first.TextChinese.Length > 0 ? first.TextChinese : first.Message)}{(count > 1 ? $"另有 {count - 1} 处。" : "")}")), null);
        }
    }
}
