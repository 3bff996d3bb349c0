using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>Puts the proofs of the units together, and states the problem for whoever checks them.</summary>
internal static class PlanProof
{
    /// <summary>The certificate of a search.</summary>
    public static PlanCertificate Of(SearchOutcome outcome, SearchLimits limits, string dataVersion)
    {
        var bound = PriceScale.Up(outcome.Prices.Allowance(limits.Hard()), PriceScale.Bits);
        foreach (var proof in outcome.Proofs)
        {
            bound += proof.Millionths;
        }

        return new PlanCertificate
        {
            DataVersion = dataVersion,
            PlanPrices = outcome.Prices.PerUnit,
            AreaPrice = outcome.Prices.PerArea,
            Units = outcome.Proofs,
            Millionths = bound,
        };
    }

    /// <summary>What was asked, without anything that the search measured.</summary>
    public static CertifiedProblem Statement(
        ProposalGround ground, LandNodes nodes, SearchRequest asked) => new()
    {
        DataVersion = ground.City.DataVersion,
        Fabric = ground.Fabric,
        NodeOfParcel = nodes.NodeOfParcel,
        StreetFace = nodes.StreetFace,
        UnitStart = nodes.ProblemStart,
        Contacts = ContactsOf(ground),
        Locks = ground.Locks,
        Need = asked.Need,
        NeedThreshold = ground.Options.NeedThreshold,
        Rows = asked.Rows,
        Floors = asked.Floors,
        PlanSums = SumsOf(asked.Sums, nodes.Count),
        Limits = new CertifiedLimits(asked.Limits.Price, asked.Limits.LeastTwiceArea, asked.Limits.MostTwiceArea)
        {
            Opening = asked.Limits.Opening,
            LeastPolsbyPopper = asked.Limits.Hard().LeastPolsbyPopper,
            FewestAreas = asked.Limits.Hard().FewestAreas,
            MostAreas = asked.Limits.Hard().MostAreas,
        },
    };

    private static CertifiedContacts ContactsOf(ProposalGround ground)
    {
        var rules = ContactRules.Of(ground);
        return new CertifiedContacts((long)Math.Ceiling(rules.MinimumContact * ground.Fabric.Plane.UnitsPerMetre * LandNodes.UnitsPerGridUnit))
        {
            IsBarred = rules.IsBarred,
            PartnersOf = parcel => ground.Pairs.PartnersOf(parcel),
            FaceEachOther = rules.FaceEachOther,
        };
    }

    /// <summary>The sums over the whole plan.</summary>
    private static IReadOnlyList<CertifiedSum> SumsOf(PlanRows rows, int nodes) =>
    [
        .. Enumerable.Range(0, rows.Count).Select(row => new CertifiedSum(
            rows.Names[row], [.. Enumerable.Range(0, nodes).Select(node => rows.Slack(row, node))], rows.Limit(row), rows.SoftPrice(row))),
    ];
}
