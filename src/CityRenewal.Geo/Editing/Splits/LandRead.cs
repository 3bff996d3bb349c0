using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Editing;

/// <summary>A city and what lies where in it.</summary>
/// <param name="City">The city.</param>
/// <param name="Fabric">Its land fabric.</param>
/// <param name="Graph">Who touches whom.</param>
/// <param name="Facts">What lies on its parcels.</param>
/// <param name="Changed">What is other than before the last split; null where everything was read anew.</param>
internal sealed record LandRead(City City, LandFabric Fabric, ContiguityGraph Graph, ParcelFacts Facts, LandChange? Changed);
