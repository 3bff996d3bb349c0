"""Opens the tiles of the running service as a vector tile layer in QGIS and draws them.

usage: draw_tiles.py SERVICE PICTURE [LAYER ZOOM]; prints one JSON document.
"""
import json
import os
import sys
import urllib.request

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsMapRendererSequentialJob,
                       QgsMapSettings, QgsProject, QgsRectangle, QgsVectorTileLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

service, picture = sys.argv[1:3]
path = f"/v1/cities/sample/tiles{'/' + sys.argv[3] if len(sys.argv) > 3 else ''}"
description = json.load(urllib.request.urlopen(service + path))
qgis = QgsApplication([], False)
qgis.initQgis()
layer = QgsVectorTileLayer(
    f"type=xyz&url={description['tiles'][0]}&zmin={description['minzoom']}&zmax={description['maxzoom']}", "city")
west, south, east, north = description["bounds"]
to_map = QgsCoordinateTransform(
    QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance())
extent = to_map.transformBoundingBox(QgsRectangle(west, south, east, north))
if len(sys.argv) > 4:
    side = 3 * 40075016.685578488 / 2 ** int(sys.argv[4])
    extent = QgsRectangle.fromCenterAndSize(extent.center(), side, side)
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
settings.setOutputSize(QSize(900, 900))
settings.setExtent(extent)
settings.setBackgroundColor(QColor("white"))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
image.save(picture)
shares = {}
for x in range(0, 900, 3):
    for y in range(0, 900, 3):
        colour = QColor(image.pixel(x, y)).name()
        shares[colour] = shares.get(colour, 0) + 1 / 90000
print(json.dumps({
    "valid": layer.isValid(),
    "errors": [str(error.message) for error in job.errors()],
    "colours": len(shares),
    "white": shares.get("#ffffff", 0),
}))
sys.stdout.flush()
os._exit(0)  # leaving QGIS politely may hang where there is no screen
