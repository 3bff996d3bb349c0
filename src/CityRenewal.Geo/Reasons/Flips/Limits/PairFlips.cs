using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Pairs of parcels that cost where one area holds both: barriers that are crossed, parcels that are wanted apart.</summary>
internal sealed class PairFlips(PairPrices pairs, int[] areaOfParcel) : IFlipLimit
{
    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        var (count, price) = (0, 0.0);
        foreach (var parcel in asked.Parcels)
        {
            foreach (var partner in pairs.PartnersOf(parcel))
            {
                var isOwn = asked.Parcels.Contains(partner);
                var isMate = !isOwn && asked.Area != UnitFlips.None && areaOfParcel[partner] == asked.Area;
                if ((isMate || (isOwn && partner > parcel)) && pairs.PriceOf(parcel, partner) is > 0 and < double.PositiveInfinity and var cost)
                {
                    (count, price) = (count + 1, price + cost);
                }
            }
        }

        if (count > 0)
        {
            var before = asked.Way == FlipWay.Begins ? 0 : Held(asked.Unit, asked.Area);
            effects.Add(new FlipEffect(FlipBreaks.Crossing, "pair_prices", before, before + (asked.Sign * count), 0)
            {
                IsSoft = true, Price = asked.Sign * price,
            });
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area)
    {
        var held = Held(unit, area);
        return held == 0 ? [] : [new FlipEffect(FlipBreaks.Crossing, "pair_prices", held, held, 0) { IsSoft = true }];
    }

    /// <summary>Pairs at a price that an area holds.</summary>
    private int Held(UnitFlips unit, int area)
    {
        var held = 0;
        for (var node = 0; node < unit.Land.ParcelCount; node++)
        {
            if (unit.AreaOf(node) != area)
            {
                continue;
            }

            foreach (var parcel in new FlipAsked(unit, node, area, FlipWay.Leaves).Parcels)
            {
                held += pairs.PartnersOf(parcel).Count(partner =>
                    partner > parcel && areaOfParcel[partner] == area && pairs.PriceOf(parcel, partner) is > 0 and < double.PositiveInfinity);
            }
        }

        return held;
    }
}
