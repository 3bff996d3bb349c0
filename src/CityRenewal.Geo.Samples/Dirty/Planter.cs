using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>Looks for places where a defect can be judged on its own, and plants it there.</summary>
internal sealed class Planter(SoundTown town, DraftLayer layer, PlantingGround ground)
{
    private const int AttemptsEach = 3000;

    /// <summary>Plants as many as the size of the city asks for.</summary>
    public void Plant(Planting kind, (int Parcels, int Rows) size, Dice dice, List<PlantedDefect> ledger)
    {
        var wanted = Math.Max(1, (int)Math.Round(kind.PerThousand * size.Parcels / 1000));
        for (var attempt = 0; wanted > 0 && attempt < AttemptsEach * wanted; attempt++)
        {
            var row = dice.Between(0, size.Rows - 1);
            if (layer.Features[row].IsPlanted)
            {
                continue;
            }

            var site = new Site(town, layer, row);
            if (!town.IsOrdinary(site) || !ground.IsFree(site.Box) || kind.Plant(site, ref dice) is not { } note)
            {
                continue;
            }

            ground.Take(site.Box);
            (site.Feature.IsPlanted, layer.Features[site.Row].IsPlanted) = (true, true);
            ledger.Add(new PlantedDefect(layer.Name, site.Row + 1, layer.IdOf(site.Row), kind.Kind, note));
            wanted--;
        }
    }
}
