using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Reads the options of a proposal; a field that is not set takes its default.</summary>
internal static class ProposalRequests
{
    public static Areas.ProposalOptions ToOptions(V1.ProposalOptions? wire)
    {
        var options = new Areas.ProposalOptions();
        if (wire is null)
        {
            return options;
        }

        return options with
        {
            Lambda = wire.HasLambda ? wire.Lambda : options.Lambda,
            MinimumArea = wire.HasMinimumAreaM2 ? wire.MinimumAreaM2 : options.MinimumArea,
            MaximumArea = wire.HasMaximumAreaM2 ? wire.MaximumAreaM2 : options.MaximumArea,
            NeedThreshold = wire.HasNeedThreshold ? wire.NeedThreshold : options.NeedThreshold,
            StreetWidth = wire.HasStreetWidthM ? wire.StreetWidthM : options.StreetWidth,
            ElectiveDemolitionLimit = wire.HasElectiveDemolitionLimit ? wire.ElectiveDemolitionLimit : options.ElectiveDemolitionLimit,
            ElectivePurpose = wire.ElectivePurpose,
            DemolitionWorth = wire.DemolitionWorth,
            NewFloorAreaWorth = wire.NewFloorAreaWorth,
            ReferenceYear = wire.HasReferenceYear ? wire.ReferenceYear : null,
            Seed = wire.HasSeed ? wire.Seed : options.Seed,
            LockedIn = [.. wire.LockedIn],
            LockedOut = [.. wire.LockedOut],
            Limits = LimitRequests.ToLimits(wire.Limits),
            Alternatives = wire.HasAlternatives ? wire.Alternatives : options.Alternatives,
            LeastDifference = wire.HasLeastDifference ? wire.LeastDifference : options.LeastDifference,
            From = wire.From is null ? null : ExistingOf(wire.From),
        };
    }

    /// <summary>How long the search may work; adds what is wrong with it.</summary>
    public static (Delineation.SearchWork? Work, TimeSpan? Deadline) TimeOf(V1.ProposalOptions? wire, List<FieldProblem> problems)
    {
        Delineation.SearchWork work = default;
        if (wire is null)
        {
            return (null, null);
        }

        if (wire.Work.Length > 0 && !Delineation.SearchWork.TryParse(wire.Work, out work))
        {
            problems.Add(new FieldProblem("options.work", "This is no work; give it as a plan tells it, for example 120 or 120+5120."));
        }

        if (wire.HasBoundCuts && wire.BoundCuts is < 0 or > 100_000)
        {
            problems.Add(new FieldProblem("options.bound_cuts", "Give a number of cuts from 0 to 100,000."));
        }

        if (wire.HasDeadlineS && !(wire.DeadlineS is > 0 and <= 1e6))
        {
            problems.Add(new FieldProblem("options.deadline_s", "Give seconds above 0 and up to 1,000,000."));
            return (null, null);
        }

        if (wire.HasDeadlineS && wire.Work.Length > 0)
        {
            problems.Add(new FieldProblem("options.deadline_s", "A run ends at a time or after its work; set one of them."));
        }

        return (wire.Work.Length > 0 ? work : null, wire.HasDeadlineS ? TimeSpan.FromSeconds(wire.DeadlineS) : null);
    }

    private static Areas.ExistingPlan ExistingOf(V1.ExistingPlan plan) =>
        new([.. plan.Areas.Select(area => new Areas.ExistingArea(area.Id, [.. area.Parcels]) { IsKept = area.IsKept })]) { ChangePrice = plan.ChangePrice };
}
