using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Samples.Zones;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>Chooses what is protected: old houses in and around historic districts, and old trees.</summary>
internal static class Heritage
{
    /// <summary>Lists a building if it is protected; its outline is drawn anew, some decimetres off.</summary>
    public static void Consider(Region region, in BuildingRow row, List<Spot> footprint, ref Dice dice, CellParcels into)
    {
        if (region.Quarter != Quarter.OldTown || row.Built > 1975)
        {
            return;
        }

        var share = HistoricSheet.IsInnermost(region) ? 0.2 : region.IsHistoric ? 0.05 : 0.012;
        if (!dice.Chance(share))
        {
            return;
        }

        var kind = dice.Of<string>(["historic_building", "historic_building", "traditional_building", "traditional_building", "immovable_relic"]);
        var shift = new Spot(dice.Between(-0.3, 0.3), dice.Between(-0.3, 0.3));
        into.Protected.AddPolygon(footprint.Select(spot => (spot + shift).Rounded));
        into.ProtectedRows.Add(new ProtectedRow(kind, row.Parcel, dice.Chance(0.9) ? row.Number : 0));
    }

    /// <summary>Plants an old tree in a corner of some parcels.</summary>
    public static void Plant(Region region, Ring parcel, (int Unit, int Number) id, ref Dice dice, CellParcels into)
    {
        var share = region.Quarter switch
        {
            Quarter.Park or Quarter.Campus => 0.05,
            Quarter.OldTown or Quarter.Village => 0.012,
            _ => 0.001,
        };
        if (dice.Chance(share))
        {
            var place = parcel.Centre().Toward(parcel[0], 0.8);
            into.Protected.AddPolygon(Blob.Disc(place, dice.Between(3.0, 6.5)));
            into.ProtectedRows.Add(new ProtectedRow("old_tree", id, 0));
        }
    }
}
