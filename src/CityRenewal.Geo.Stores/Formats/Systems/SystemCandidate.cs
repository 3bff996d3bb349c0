using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>One answer to the question which reference system a layer is in, and what it would mean.</summary>
/// <param name="Epsg">EPSG code of a supported system.</param>
/// <param name="SwapAxes">Whether the first coordinate would have to be taken as north.</param>
/// <param name="Name">Name of the system in the register.</param>
/// <param name="Extent">Where the layer would lie, degrees.</param>
/// <param name="Meaning">The place, and how it lies to the other layers of the import; English and Chinese.</param>
/// <param name="Option">What to write on the command line for this answer.</param>
public sealed record SystemCandidate(int Epsg, bool SwapAxes, string Name, LonLatBox Extent, string Meaning, string Option);
