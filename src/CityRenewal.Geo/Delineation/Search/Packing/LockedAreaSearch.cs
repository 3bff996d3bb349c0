namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Looks for the best single area around each parcel that has to be in one: anneals from the parcel alone, several times, with
/// nothing else in the way. In poor land, or where rules leave little room, that finds what a search of the whole unit comes upon by luck.
/// </summary>
internal sealed class LockedAreaSearch(UnitLand land, SeenAreas seen)
{
    private const int Runs = 4;
    private const int MostRuns = 16;
    private const int MostParcels = 8;

    // A run is long enough for what is broken to weigh enough, and no longer than land around one parcel is worth.
    private const int MostSteps = 32 * Annealing.Stretch;
    private const int StepsPerParcel = 400;

    // Without rules nearly any land will do.
    private const int TimesShorter = 8;

    private static readonly (double Heat, double Share)[] Rounds = [(3, 0.4), (1, 0.3), (0.3, 0.3)];

    /// <summary>The parcels' nodes looked at.</summary>
    public IReadOnlyList<int> Nodes { get; } =
        [.. Enumerable.Range(0, land.ParcelCount).Where(node => land.IsLockedIn(node) && land.LinksOf(node).Length > 0).Take(MostParcels)];

    /// <summary>Works around every parcel, longer where no area is found that keeps all limits; returns the proposals made.</summary>
    /// <param name="stop">Proposals after which it ends in any case.</param>
    /// <param name="random">Draws.</param>
    /// <param name="cancel">Ends the work at the next stretch.</param>
    public long Run(long stop, ref SearchRandom random, CancellationToken cancel)
    {
        long done = 0;
        var steps = Math.Min(MostSteps, StepsPerParcel * land.ParcelCount) / (land.Rows.Count == 0 ? TimesShorter : 1);
        foreach (var node in Nodes)
        {
            var pieces = new UnitPieces(land);
            pieces.Add(node, pieces.Begin());
            var state = new SearchState(pieces);
            var annealing = new Annealing(state) { KeepsNumber = true, Seen = seen };
            for (var run = 0; run < (state.BestBroken > 0 ? MostRuns : Runs); run++)
            {
                state.GoTo([[node]]);
                foreach (var (heat, share) in Rounds)
                {
                    done += annealing.Run(heat, (long)(share * steps), stop - done, ref random, cancel);
                }
            }

            state.Return();
            seen.Look(state);
        }

        return done;
    }
}
