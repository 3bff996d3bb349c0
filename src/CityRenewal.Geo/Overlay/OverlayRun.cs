using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>What every step of one overlay needs: the plane, the threads and the way to stop it.</summary>
/// <param name="Plane">The plane that all shapes are on.</param>
/// <param name="Threads">Threads to use; 0 takes all. The result does not depend on it.</param>
/// <param name="Cancel">Asked between chunks of 8,192 features.</param>
public sealed record OverlayRun(WorkingPlane Plane, int Threads = 0, CancellationToken Cancel = default);
