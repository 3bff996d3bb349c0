"""Opens every layer of a GeoPackage in QGIS with its default style, and draws them; prints what QGIS says of each as JSON."""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProviderRegistry, QgsRectangle,  # noqa: E402
                       QgsVectorLayer)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402


def describe(layer):
    renderer = layer.renderer()
    return {
        "name": layer.name(),
        "valid": layer.isValid(),
        "features": layer.featureCount(),
        "crs": layer.crs().authid(),
        "renderer": renderer.type() if renderer else "",
        "symbols": [item.label() for item in renderer.legendSymbolItems()] if renderer else [],
    }


def draw(layers, path):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1400, 1000))
    settings.setDestinationCrs(layers[0].crs())
    extent = QgsRectangle(layers[0].extent())
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(path)
    return [error.message for error in job.errors()]


def main():
    path, picture = sys.argv[1:3]
    app = QgsApplication([], False)
    app.initQgis()
    found, layers = [], []
    for sub in QgsProviderRegistry.instance().querySublayers(path):
        layer = QgsVectorLayer(sub.uri(), sub.name(), "ogr")
        message, styled = layer.loadDefaultStyle()
        found.append(describe(layer) | {"styled": styled, "message": message})
        if layer.isValid() and layer.isSpatial():
            layers.append(layer)
    order = sys.argv[3].split(",") if len(sys.argv) > 3 else [layer.name() for layer in layers]
    chosen = [layer for name in order for layer in layers if layer.name() == name]
    errors = draw(chosen, picture) if chosen else []
    print(json.dumps({"layers": found, "errors": errors}, ensure_ascii=False))
    sys.stdout.flush()
    # Layers that outlive the application crash it on the way out; everything is said by now.
    os._exit(0)


if __name__ == "__main__":
    main()
