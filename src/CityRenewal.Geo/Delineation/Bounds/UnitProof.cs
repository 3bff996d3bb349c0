using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>Solves the bound of a unit and writes down what proves it.</summary>
internal static class UnitProof
{
    /// <summary>The best bound that is found; leaves the cut solved at its prices.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="cut">Solves it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="start">Prices to begin with; null begins without any.</param>
    public static UnitCertificate Of(UnitLand land, UnitCut cut, CancellationToken cancel, PriceSet? start = null)
    {
        if (land.ParcelCount == 0)
        {
            return Trivial(land, cut.Plan);
        }

        new UnitPrices(land, cut).Solve(cancel, start);
        return Written(land, cut);
    }

    /// <summary>A lower bound where small pieces of the cut are asked to reach for more land; the given one where that wins nothing.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="cut">Room for cuts, with the same prices of the plan as the proof.</param>
    /// <param name="proof">What is proven so far.</param>
    /// <param name="effort">How far to go.</param>
    /// <param name="cancel">Ends the work with what is won so far.</param>
    public static UnitCertificate Tightened(
        UnitLand land, UnitCut cut, UnitCertificate proof, TighteningEffort effort, CancellationToken cancel)
    {
        if (!effort.IsWorthIt(land, proof.Millionths * SearchLimits.BenefitUnit))
        {
            return proof;
        }

        var prices = new UnitTightening(land, cut, effort).Run(StartOf(proof), cancel);
        cut.Solve(land, prices, default);
        return cut.Millionths < proof.Millionths ? Written(land, cut) : proof;
    }

    private static PriceSet StartOf(UnitCertificate proof) => new(proof.RowPrices, proof.LandPrice, proof.OutlinePrice)
    {
        Room = proof.RoomPrice,
        Built = proof.NewFloorPrice,
    };

    private static UnitCertificate Written(UnitLand land, UnitCut cut)
    {
        var flows = new FlowRows(land.Count);
        foreach (var (node, other, flow) in cut.Flows())
        {
            if (flow != 0 || cut.IsIn(node) != cut.IsIn(other))
            {
                flows.Add(node, other, flow);
            }
        }

        return new UnitCertificate
        {
            Members = Members(land),
            Grain = cut.Weights.Grain,
            RowPrices = cut.Prices.Rows,
            LandPrice = cut.Prices.Land,
            OutlinePrice = cut.Prices.Outline,
            RoomPrice = cut.Prices.Room,
            NewFloorPrice = cut.Prices.Built,
            ChordPrice = cut.Prices.Outline > 0 ? Chord.For(cut.Prices.Outline, land.Limits) : 0,
            Reaches = cut.Prices.Reach.Told(),
            Force = cut.Force,
            Weights = All(land, cut.WeightOf),
            Remainders = All(land, cut.Remainder),
            FlowStart = flows.Start,
            FlowTo = flows.To,
            Flows = flows.Flow,
            Chosen = All(land, cut.IsIn),
            IsExact = cut.IsExact,
            Millionths = cut.Millionths,
        };
    }

    /// <summary>
    /// What holds before any work: no price, no flow, everything that is worth having. This is the certificate of a unit
    /// whose turn never came.
    /// </summary>
    public static UnitCertificate Trivial(UnitLand land, PlanPrices plan)
    {
        var weights = new UnitWeights(land, plan);
        var prices = PriceSet.None(land.Rows.Count);
        var all = All(land, node => weights.Of(node, prices));
        var bits = PriceScale.Bits + weights.Grain;
        Int128 sum = 0;
        foreach (var weight in all)
        {
            sum += Math.Max(0, weight);
        }

        var areas = new AreaConstant(land, plan);
        var priced = (sum + PriceScale.Up(areas.At(prices), bits)) << weights.Grain;
        return new UnitCertificate
        {
            Members = Members(land),
            Grain = weights.Grain,
            RowPrices = prices.Rows,
            LandPrice = 0,
            OutlinePrice = 0,
            ChordPrice = 0,
            Force = 0,
            Weights = all,
            Remainders = all,
            FlowStart = new int[land.Count + 1],
            FlowTo = [],
            Flows = [],
            Chosen = new bool[land.Count],
            IsExact = false,
            Millionths = (long)areas.Bound(priced),
        };
    }

    private static int[] Members(UnitLand land) => All(land, node =>
    {
        var city = land.CityNode(node);
        return node < land.ParcelCount ? land.Nodes.Parcels[land.Nodes.ParcelStart[city]] : -1 - land.Nodes.StreetFace[city];
    });

    private static T[] All<T>(UnitLand land, Func<int, T> of)
    {
        var all = new T[land.Count];
        for (var node = 0; node < all.Length; node++)
        {
            all[node] = of(node);
        }

        return all;
    }
}
