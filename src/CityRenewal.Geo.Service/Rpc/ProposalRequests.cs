namespace CityRenewal.Geo.Service.Rpc;

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
            ReferenceYear = wire.HasReferenceYear ? wire.ReferenceYear : null,
            Seed = wire.HasSeed ? wire.Seed : options.Seed,
            LockedIn = [.. wire.LockedIn],
            LockedOut = [.. wire.LockedOut],
            Limits = LimitRequests.ToLimits(wire.Limits),
        };
    }
}
