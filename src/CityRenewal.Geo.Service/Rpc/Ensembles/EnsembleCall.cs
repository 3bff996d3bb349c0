using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Service.Rpc.Ensembles;

/// <summary>A request for an ensemble, read and checked as a whole before anything is drawn.</summary>
/// <param name="Options">What every drawn plan keeps.</param>
/// <param name="Pack">The rules; null where there are none.</param>
/// <param name="Drawing">How plans are drawn.</param>
internal sealed record EnsembleCall(ProposalOptions Options, RulePack? Pack, EnsembleOptions Drawing)
{
    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="plan">The plan to place; null for none.</param>
    /// <exception cref="BadRequestException">Lists every problem.</exception>
    public static EnsembleCall Read(V1.DrawEnsembleRequest request, ReopenedPlan? plan)
    {
        var problems = new List<FieldProblem>();
        var drawing = DrawingOf(request, problems);
        RefuseWhatMeansNothing(request.Options, problems);
        if (request.Options is not null || plan is null)
        {
            var call = ProposalCall.Read(request.Options, request.RulePack, request.Parameters, problems);
            return new EnsembleCall(call.Options, call.Pack, drawing);
        }

        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        // A plan that was made under limits is placed among plans that keep them too.
        var (options, rules) = plan.Under(request.RulePack, request.Parameters);
        return new EnsembleCall(StoredSession.Fitting(options, plan.Work.City) with { Threads = plan.Work.Threads }, rules, drawing);
    }

    /// <summary>Draws.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="plan">The plan to place; null for none.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work with nothing.</param>
    /// <exception cref="StateException">No plan is worth more than none there.</exception>
    public Ensemble Draw(CityWork work, ReopenedPlan? plan, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var submitted = plan is null ? null : SubmittedParcels.Of(work.City, [.. plan.Stored.Areas.Select(area => new ExistingArea(area.Id, area.Parcels))]);
        return work.Draw(Options, Pack, Drawing, submitted, progress, cancel) ?? throw new StateException(
            "NOTHING_TO_DRAW",
            "No plan is worth more than none there, so there is nothing to draw: "
            + "lower lambda, need_threshold or minimum_area_m2, lock in less, or look at another place.");
    }

    private static EnsembleOptions DrawingOf(V1.DrawEnsembleRequest request, List<FieldProblem> problems)
    {
        var usual = new EnsembleOptions();
        var drawing = new EnsembleOptions
        {
            Plans = request.HasPlans ? request.Plans : usual.Plans,
            Chains = request.HasChains ? request.Chains : usual.Chains,
            Apart = request.HasApart ? request.Apart : usual.Apart,
            Loss = request.HasLoss ? request.Loss : usual.Loss,
        };
        Require(drawing.Plans is >= 40 and <= 1_000_000, "plans", "Give a number of plans from 40 to 1,000,000.");
        Require(drawing.Chains is >= 2 and <= 64, "chains", "Give a number of chains from 2 to 64.");
        Require(drawing.Apart is >= 1 and <= 100_000, "apart", "Give a number of proposals from 1 to 100,000.");
        Require(drawing.Loss is > 0 and < 1, "loss", "Give a share above 0 and below 1.");
        return drawing;

        void Require(bool holds, string field, string remedy)
        {
            if (!holds)
            {
                problems.Add(new FieldProblem(field, remedy));
            }
        }
    }

    private static void RefuseWhatMeansNothing(V1.ProposalOptions? options, List<FieldProblem> problems)
    {
        if (options is null)
        {
            return;
        }

        foreach (var (isSet, field) in new[]
        {
            (options.HasAlternatives, "alternatives"), (options.From is not null, "from"), (options.Work.Length > 0, "work"), (options.HasDeadlineS, "deadline_s"),
        })
        {
            if (isSet)
            {
                problems.Add(new FieldProblem($"options.{field}", "An ensemble draws plans and searches for none; leave it out."));
            }
        }
    }
}
